/** An iterable that can be iterated any number of times, each time from the start. */
export function replayable<Value>(start: () => Iterator<Value>): Iterable<Value> {
  return { [Symbol.iterator]: start };
}
