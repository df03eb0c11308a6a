const invisible = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g;
const plain = /^[\x20-\x7e]*$/;
const longest = 400;

/** One spelling for what looks alike: NFKC, nothing invisible, no percent-encoding, at most 400 characters. */
export function foldText(text: string): string {
  const cut = text.length > longest ? text.slice(0, longest) : text;
  const decoded = cut.includes('%') ? decodeLeniently(cut) : cut;
  return isPlain(decoded) ? decoded : decoded.normalize('NFKC').replace(invisible, '');
}

/** Whether it is ASCII alone: then it has one spelling, and is not Japanese. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

/**
 * Whether texts differ only in spaces, hyphens and underscores in the same places, as most file names differ from the links to
 * them. Each must touch an ASCII letter or digit: between Japanese characters a space means nothing, and a hyphen does.
 */
export function differInSpaces(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) {
    const code = one.charCodeAt(at);
    if (code === other.charCodeAt(at)) continue;
    if (!isSpace(code) || !isSpace(other.charCodeAt(at))) return false;
    if (!isAlphanumeric(one.charCodeAt(at - 1)) && !isAlphanumeric(one.charCodeAt(at + 1))) return false;
  }
  return true;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x2d || code === 0x5f;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Japanese without what is optional in writing: long vowels, also as イ after an e, middle dots, spaces, and ヴ for バ, ビ and ブ. */
export function foldKana(text: string): string {
  return text
    .replace(/[ー・‐\s]|(?<=[ェエケゲセゼテデネヘベペメレ])イ/g, '')
    .replace(/ヴァ/g, 'バ')
    .replace(/ヴィ/g, 'ビ')
    .replace(/ヴ/g, 'ブ');
}

/** Decodes what is well encoded; leaves the rest as it is. */
export function decodeLeniently(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%20/g, ' ');
  }
}

const japanese = /[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f々〆]/;

/** Whether a person would call it Japanese: any kana, also of half width, or Chinese character. */
export function isJapanese(text: string): boolean {
  return !isPlain(text) && japanese.test(text);
}
