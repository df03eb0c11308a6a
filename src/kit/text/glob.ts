/** The regular expression that finds, anywhere in a text, what a shell pattern of stars and plain characters matches. */
export function expressionOfGlob(glob: string): string {
  const parts = glob.split(/\*+/).map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'));
  const start = parts[0] === '' ? '' : '^';
  const end = parts.at(-1) === '' ? '' : '$';
  return `${start}${parts.filter((part) => part !== '').join('.*')}${end}`;
}
