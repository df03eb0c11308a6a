/** Whether `[start, end)` of the text is this lower-case word, in any ASCII case. */
export function isAt(word: string, text: string, start: number, end: number): boolean {
  if (end - start !== word.length) return false;
  for (let at = 0; at < word.length; at++) {
    if (lowerCase(text.charCodeAt(start + at)) !== word.charCodeAt(at)) return false;
  }
  return true;
}

function lowerCase(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}
