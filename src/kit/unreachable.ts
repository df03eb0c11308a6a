/** Marks a case the types rule out; the compiler complains where one was forgotten. */
export function unreachable(never: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(never)}`);
}
