/**
 * The values and one more, in an array of just that room where there are few: one that grows takes room for seventeen, which
 * is slow to come by where most hold one or two.
 */
export function append<Value>(values: readonly Value[], value: Value): readonly Value[] {
  const [first, second] = [values[0], values[1]];
  if (first === undefined) return [value];
  return second === undefined ? [first, value] : [...values, value];
}
