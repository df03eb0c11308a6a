import { decodePercent } from '../../kit/urls/url-path.js';
import { addressesIn } from '../readers/cell.js';
import type { Cell, CellLink } from '../readers/table.js';
import { besideAddresses, labelOnLine } from './address-labels.js';
import { documentEnding } from './document-ending.js';
import { isGenericLabel } from './generic-label.js';
import { isNothing } from './placeholders.js';
import { namesDocument } from './document-kinds.js';
import { areSeveral, isMarked, titlesOn, withoutMark } from './title-marks.js';

/** The lines of a document cell that are titles: no addresses, nothing that a link says already, no word for "none". */
export function linesOf(cell: Cell | undefined): readonly string[] {
  if (cell === undefined) return [];
  if (holdsAddress(cell)) return isOfWholeCell(cell) ? titlesBeside(cell) : readAround(cell).titles;
  const lines = linesIn(cell.links.reduce(joinLabel, cell.text));
  const titles = besideLinks(lines, [
    ...new Set(cell.links.map(({ text, url }) => (text === '' ? url : oneLine(text)))),
  ]).filter((line) => line !== '' && !/^https?:/i.test(line) && !isNothing(line));
  return titlesOn(titles);
}

const divided = /[\n；;]/;

/** The lines of a text, without those that are remarks on others, as the language that these are in. */
function linesIn(text: string): readonly string[] {
  const lines = text
    .split(divided)
    .map(oneLine)
    .filter((line) => line !== '');
  return lines.filter((line, at) => lines.length === 1 || !(isLanguage(line) || (at > 0 && isRemark(line))));
}

/** Whether a line says which language others are in: `【日本語】`, `English:`. */
function isLanguage(line: string): boolean {
  const bare = line.normalize('NFKC').replace(/^[([【■●◆・]+|[)\]】:\s]+$/gu, '');
  return /^(?:日本語|英語|和文|英文|japanese|english)(?:版|資料)?$/i.test(bare);
}

/** Whether it is in brackets, and names no file: `(Japanese only)`, `（2026年5月更新）`. */
function isRemark(line: string): boolean {
  return /^[(（][^()（）]*[)）]$/.test(line) && !/\.[a-z]{3,4}(?![a-z])/i.test(line);
}

/** Text with the label of a link on one line, however a sheet or a page breaks it. */
function joinLabel(text: string, link: CellLink): string {
  return link.text.includes('\n') && !areSeveral(titlesOn(linesIn(link.text)))
    ? text.replace(link.text, () => oneLine(link.text))
    : text;
}

/** Whether it contains exactly one address as text: the text around that is its label then. */
function holdsAddress({ links }: Cell): boolean {
  return links.length === 1 && links[0]?.text === '';
}

/** Whether its link is that of the whole cell, as sheets have it. */
function isOfWholeCell({ text }: Cell): boolean {
  return !/https?:/i.test(text);
}

/** The titles in a cell with a link of its own, if they are several: all but that of the file that the link leads to. */
function titlesBeside(cell: Cell): readonly string[] {
  const file = fileOfLink(cell);
  return severalIn(cell).filter((title) => fileKey(title) !== file);
}

function severalIn({ text }: Pick<Cell, 'text'>): readonly string[] {
  const lines = linesIn(text).filter((line) => !isNothing(line));
  const titles = titlesOn(lines);
  const isList = titles.length > 1 && lines.every(isMarked);
  return isList || areSeveral(titles) ? titles : [];
}

function fileOfLink({ links }: Cell): string {
  const [path = ''] = (links[0]?.url ?? '').split(/[?#]/);
  return fileKey(decodePercent(path.split('/').at(-1) ?? ''));
}

/** The name of a file as it is compared: with one spelling of spaces. */
function fileKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_+-]+/g, ' ');
}

/**
 * What a cell calls the address that stands in it as text, and the titles beside it. Lines are titles if that is what they surely
 * are, or if the address has a label and semicolons divide them; else they belong to the label. An address is called by what stands
 * on its line, above, or as a title below, unless that is an item of a list.
 */
function readAround({ text }: Cell): { readonly label: string; readonly titles: readonly string[] } {
  const lines = text.split(divided);
  const at = lines.findIndex((line) => addressesIn(line).length > 0);
  const bare = lines.map(withoutAddresses);
  const rest = bare.join('\n');
  const areTitles = severalIn({ text: rest }).length > 0;
  const [above = '', on = '', below = ''] = [bare[at - 1], bare[at], bare[at + 1]];
  const own = on || above || (areTitles && !isMarked(below) ? below : '');
  if (areTitles || (own !== '' && /[；;]/.test(text))) {
    const titles = titlesOn(linesIn(rest).filter((line) => line !== own));
    return { label: withoutMark(own), titles: titles.map(withoutMark) };
  }
  const titles = titlesBelow(text);
  const label = oneLine(bare.filter((line) => !titles.includes(line)).join(' '));
  return {
    label: titles.length === 0 ? label : withoutMark(label),
    titles: titles.map(withoutMark),
  };
}

/**
 * The lines below an address that are certainly no remark on it: items of the list that the address is in, and files if the
 * address has a label of its own.
 */
function titlesBelow(text: string): readonly string[] {
  const lines = text.split('\n').map(oneLine);
  const at = lines.findIndex((line) => addressesIn(line).length > 0);
  const isList = isMarked(lines[0] ?? '');
  const isNamed = withoutAddresses(lines.slice(0, at + 1).join(' ')) !== '';
  return lines
    .slice(at + 1)
    .filter((line) => (isMarked(line) ? isList : isNamed && documentEnding.test(line)));
}

/** The label of an address that stands in the cell as text: on its line, or on the line above. */
export function labelBeside(cell: Cell, url: string): string {
  if (holdsAddress(cell)) {
    if (!isOfWholeCell(cell)) return readAround(cell).label;
    const several = severalIn(cell);
    if (several.length === 0) return withoutAddresses(oneLine(cell.text));
    return several.find((title) => fileKey(title) === fileOfLink(cell)) ?? '';
  }
  const lines = cell.text.split(divided);
  const at = lines.findIndex((line) => line.includes(url));
  const line = lines[at] ?? '';
  if (withoutAddresses(line) !== '') return labelOnLine(line, url);
  const above = lines[at - 1] ?? '';
  return addressesIn(above).length === 0 ? withoutAddresses(above) : '';
}

function withoutAddresses(line: string): string {
  const rest = oneLine(besideAddresses(line));
  return isNothing(rest) ? '' : rest;
}

/** Text of a cell as one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The titles on lines with links. Text around a link belongs to it, `Deck (PPTX, 2 MB)`; text that a separator divides from it is
 * a title of its own, after a comma only if it is surely a document.
 */
function besideLinks(lines: readonly string[], labels: readonly string[]): readonly string[] {
  const others = labels.filter((label) => label !== '' && !lines.includes(label));
  const lineOf = new Map(others.map((label) => [label, lines.find((line) => line.includes(label))]));
  return lines.flatMap((line) => {
    if (labels.includes(line)) return [];
    const own = others.filter((label) => lineOf.get(label) === line);
    if (own.length === 0) return [line];
    return line
      .split(/[、／|｜]|\s\/\s/)
      .map(oneLine)
      .flatMap((part) =>
        own.some((label) => part.includes(label) || label.includes(part))
          ? documentsAround(part, own)
          : [part],
      );
  });
}

/** What is surely a document beside links, divided from them by no more than a comma: `Deck (PPTX), Setup guide`. */
function documentsAround(part: string, labels: readonly string[]): readonly string[] {
  const gaps = labels.reduce<readonly string[]>(
    (texts, label) => texts.flatMap((text) => text.split(label)),
    [part],
  );
  return gaps.flatMap((gap, at) => {
    const behind = /^(?:\s?[(（][^()（）]*[)）])?\s?[,，・&＆+＋]\s?(.+)$/u.exec(gap)?.[1];
    const before = /^(.+?)\s?[,，・&＆+＋]\s?$/u.exec(gap)?.[1];
    const title = (at > 0 ? behind : undefined) ?? (at < gaps.length - 1 ? before : undefined) ?? '';
    return namesDocument(title) && !isGenericLabel(title) ? [title] : [];
  });
}
