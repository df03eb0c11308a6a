/** A regular expression, matched anywhere, for the same texts as a shell's pattern of stars and plain characters. */
export function expressionOfGlob(glob: string): string {
  const parts = glob.split(/\*+/).map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'));
  const start = parts[0] === '' ? '' : '^';
  const end = parts.at(-1) === '' ? '' : '$';
  return `${start}${parts.filter((part) => part !== '').join('.*')}${end}`;
}
