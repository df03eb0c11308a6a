const consonants: readonly string[] = [
  'カキクケコ|k', 'ガギグゲゴ|g', 'サシスセソ|s', 'ザジズゼゾ|s', 'タテト|t', 'チ|t', 'ツ|t', 'ダヂヅデド|d', 'ナニヌネノ|n',
  'ハヒヘホ|h', 'フ|f', 'バビブベボ|b', 'パピプペポ|p', 'マミムメモ|m', 'ヤユヨャュョ|y', 'ラリルレロ|r', 'ワ|w', 'ン|n', 'ヴ|b',
]; // prettier-ignore
const kana = new Map(
  consonants.flatMap((row) => {
    const [letters = '', sound = ''] = row.split('|');
    return Array.from(letters, (letter): readonly [string, string] => [letter, sound]);
  }),
);

/** Whether a katakana word sounds roughly like an English word: ガバナンス and governance. */
export function soundsLike(one: string, other: string): boolean {
  const oneIsKana = isKatakana(one);
  if (oneIsKana === isKatakana(other)) return false;
  const heard = soundOfKana(oneIsKana ? one : other);
  const said = soundOfEnglish(oneIsKana ? other : one);
  if (heard.length < 2 || said.length < 2) return false;
  return heard === said || (heard.length > 3 && said.length > 3 && oneApart(heard, said));
}

function isKatakana(word: string): boolean {
  return word.charCodeAt(0) > 0x30a0 && /^[\u30a1-\u30ff]+\|?$/.test(word);
}

function soundOfKana(word: string): string {
  return squeeze(word.replace(/./gu, (letter) => kana.get(letter) ?? ''));
}

/** The consonants of an English word as katakana has them: v as b, l as r, th as s, no r before another consonant. */
function soundOfEnglish(word: string): string {
  if (!/^[a-z]+$/.test(word)) return '';
  const sounds = word
    .replace(/tion/g, 'syn')
    .replace(/ph/g, 'f')
    .replace(/(sh|ch|th|c(?=[eiy])|z|j|x(?=$))/g, (found) =>
      found === 'ch' ? 't' : found === 'x' ? 'ks' : 's',
    )
    .replace(/[cq]/g, 'k')
    .replace(/v/g, 'b')
    .replace(/l/g, 'r')
    .replace(/x/g, 'ks')
    .replace(/r(?![aeiouy])/g, '')
    .replace(/[aeiou]/g, '');
  return squeeze(sounds);
}

function squeeze(sounds: string): string {
  return sounds
    .replace(/[yhw]/g, '')
    .replace(/m(?=[bp])/g, 'n')
    .replace(/(.)\1+/g, '$1');
}

/** Whether they differ in one consonant: added, missing or replaced. */
function oneApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < one.length - start && end < other.length - start && one.at(-1 - end) === other.at(-1 - end))
    end++;
  return Math.max(one.length, other.length) - start - end <= 1;
}
