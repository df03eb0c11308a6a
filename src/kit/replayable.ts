/** What may be walked any number of times, each time from the start. */
export function replayable<Value>(start: () => Iterator<Value>): Iterable<Value> {
  return { [Symbol.iterator]: start };
}
