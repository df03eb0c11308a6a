import { onDemand } from '../on-demand.js';

const narrow = /^[\x20-\x7e]*$/;
const stringWidth = onDemand('string-width');
const wide = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u30ff\uff01-\uffef`;
const opening = '「『（【〈《〔［｛“‘';
const closing =
  '、。，．・：；！？）」』】〉》〕］｝”’…‥ー々〜～ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ),.:;!?';
/**
 * Where a line may break: after spaces, and between East Asian characters unless 禁則 forbids it (no line starts with 。or ends with
 * 「).
 */
const piece = new RegExp(
  `[${opening}]*(?:[${wide}]|[^\\s${wide}${opening}]+)[${closing}]*|\\s+|[${opening}]+`,
  'gu',
);

/** The columns a text takes in a terminal: two for East Asian wide characters, none for combining marks. */
export function columnsOf(text: string): number {
  return narrow.test(text) ? text.length : stringWidth().default(text);
}

/** The text, filled up with spaces after it to a width of `columns`. */
export function padEndColumns(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** The text, filled up with spaces before it to a width of `columns`. */
export function padStartColumns(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - columnsOf(text))) + text;
}

/** The text if it fits; else as much of it as fits before a `…`, never half a character. */
export function truncateColumns(text: string, columns: number): string {
  if (text.length * 2 <= columns) return text;
  return takeColumns(text, columns) === text ? text : `${takeColumns(text, columns - 1)}…`;
}

/** The text in lines of at most `columns`; a word that is longer is cut. White space at a break is dropped. */
export function wrapColumns(text: string, columns: number): readonly string[] {
  if (fits(text, columns)) return [text];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const part of (text.match(piece) ?? []).flatMap((word) => cutWord(word, columns))) {
    const width = columnsOf(part);
    if (used + width > columns) {
      lines.push(line.trimEnd());
      [line, used] = ['', 0];
    }
    if (used === 0 && part.trim() === '') continue;
    line += part;
    used += width;
  }
  return used > 0 ? [...lines, line.trimEnd()] : lines;
}

/** No character takes more columns than twice its code units, so a short text needs no measuring. */
function fits(text: string, columns: number): boolean {
  return text.length * 2 <= columns || columnsOf(text) <= columns;
}

function cutWord(word: string, columns: number): readonly string[] {
  if (fits(word, columns)) return [word];
  const parts: string[] = [];
  for (let rest = word; rest !== '';) {
    const taken = takeColumns(rest, columns) || firstCharacter(rest);
    parts.push(taken);
    rest = rest.slice(taken.length);
  }
  return parts;
}

/**
 * Combining marks take no column, and one character can have any number of them; this many code units a column are enough for any
 * script.
 */
const unitsPerColumn = 16;

function takeColumns(text: string, columns: number): string {
  if (narrow.test(text)) return text.slice(0, columns);
  let used = 0;
  let end = 0;
  for (const { segment } of charactersOf(text)) {
    used += columnsOf(segment);
    if (used > columns || end + segment.length > columns * unitsPerColumn) break;
    end += segment.length;
  }
  return text.slice(0, end);
}

let segmenter: Intl.Segmenter | undefined;

/** The text by the characters that readers see. The segmenter is made on first use: that takes longer than most commands run. */
function charactersOf(text: string): Iterable<Intl.SegmentData> {
  segmenter ??= new Intl.Segmenter('en');
  return segmenter.segment(text);
}

function firstCharacter(text: string): string {
  for (const { segment } of charactersOf(text)) return segment;
  return text;
}
