/**
 * Folds white space to single blanks, with none at the ends, and drops NUL; cuts to this many code units, never through a
 * surrogate pair.
 */
export function fold(text: string, limit: number): string {
  const folded = isFolded(text) ? text : joinWords(text.replaceAll('\0', ''), limit);
  if (folded.length <= limit) return folded;
  const last = folded.charCodeAt(limit - 1);
  return folded.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}

/**
 * The words of a text with a blank between them, up to the one that goes beyond the limit. Not by a regular expression: over tens
 * of millions of blanks it has run out of stack.
 */
function joinWords(text: string, limit: number): string {
  const words: string[] = [];
  let length = -1;
  let start = 0;
  for (let at = 0; at <= text.length && length <= limit; at++) {
    if (at < text.length && !isBlank(text.charCodeAt(at))) continue;
    if (at > start) {
      words.push(text.slice(start, at));
      length += at - start + 1;
    }
    start = at + 1;
  }
  return words.join(' ');
}

/** Whether there is certainly nothing to fold: so for most texts, and quicker to find out than to fold. */
function isFolded(text: string): boolean {
  let afterBlank = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20 && afterBlank) return false;
    if (code < 0x20 || (code >= 0xa0 && isRareBlank(code))) return false;
    afterBlank = code === 0x20;
  }
  return !afterBlank || text === '';
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code >= 0xa0 && isRareBlank(code));
}

/** White space beyond ASCII (ECMA-262 §12.2). Not as a range: dashes and quotation marks lie between. */
function isRareBlank(code: number): boolean {
  if (code === 0xa0 || code === 0x1680 || code === 0x3000 || code === 0xfeff) return true;
  return (
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  );
}
