/**
 * What readers cannot see but machines act on: controls (terminal escapes among them), format characters (bidirectional
 * overrides, zero-width, tags), lone surrogates, and noncharacters that XML forbids. Not the joiners that emoji and some scripts
 * need.
 */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/u;
const everyUnseen = new RegExp(unseen, 'gu');
const lineWhite = /[\t\n\v\f\r\u0085]+/g;

/** The text on one line, with every invisible character written as `<U+202E>`: safe to show, and nothing is hidden. */
export function visible(text: string): string {
  if (!unseen.test(text)) return text;
  return text.replace(lineWhite, ' ').replace(everyUnseen, spell);
}

function spell(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return `<U+${point.toString(16).toUpperCase().padStart(4, '0')}>`;
}
