/** White space folded to single blanks, none at the ends; cut to this many characters, never through a surrogate pair. */
export function fold(text: string, limit: number): string {
  const folded = /[^\S ]| {2}|^ | $/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
  if (folded.length <= limit) return folded;
  const last = folded.charCodeAt(limit - 1);
  return folded.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}
