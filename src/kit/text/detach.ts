/**
 * A copy of a text that is independent of the text it was cut from. An engine keeps the whole of that in memory otherwise, and
 * stores the part with two bytes a letter if any letter of the whole needs them, which slows down all work with it.
 */
export function detach(text: string): string {
  const copy: unknown = JSON.parse(JSON.stringify(text));
  return typeof copy === 'string' ? copy : text;
}
