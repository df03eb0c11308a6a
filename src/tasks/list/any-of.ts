/** The source of an expression that finds any of some words, which stand with a space between them. */
export function anyOf(words: string): string {
  return `(?:${words.split(' ').join('|')})`;
}
