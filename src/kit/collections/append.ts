/**
 * The values and one more, in a new array of exactly that size while there are few: an array that is pushed to reserves room for
 * seventeen, which is slow to allocate where most hold one or two.
 */
export function append<Value>(values: readonly Value[], value: Value): readonly Value[] {
  if (values.length === 0) return [value];
  const [first] = values;
  return values.length === 1 && first !== undefined ? [first, value] : [...values, value];
}
