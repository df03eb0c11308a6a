import { readHyperlinkFormula } from '../../kit/documents/hyperlink-formula.js';
import { listLimits, type Cell, type CellLink } from './table.js';

export const emptyCell: Cell = { text: '', links: [] };

/** A cell of which everything is struck out: it is empty, and leads nowhere. */
export const struckCell: Cell = { text: '', links: [], isStruck: true };

const address = /https?:\/\/[^\s<>"'|、。，；;「」『』【】（）]+/gi;

/** A cell from text alone: `=HYPERLINK()` and bare addresses in it are its links. */
export function cellOf(text: string, own: readonly CellLink[] = []): Cell {
  const cut = text.length > listLimits.cellLength ? text.slice(0, listLimits.cellLength) : text;
  const computed = readHyperlink(cut);
  if (computed !== null)
    return { text: computed.text === '' ? computed.url : computed.text, links: [computed] };
  const trimmed = tidy(cut);
  const links = [...own];
  for (const url of addressesIn(trimmed))
    if (!links.some((link) => link.url === url)) links.push({ url, text: '' });
  return { text: trimmed, links };
}

/** The addresses that stand in a text, in its order. */
export function addressesIn(text: string): readonly string[] {
  return [...text.matchAll(address)].map(([found]) => trimEnd(found));
}

/** The link that a formula makes; `null` if it makes none, or computes its address. */
export function readHyperlink(formula: string): CellLink | null {
  const read = readHyperlinkFormula(formula);
  return read === null ? null : { ...read, text: tidy(read.text) };
}

/** White space folded, lines kept. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** Cuts off a full stop or an unopened bracket after an address, which belongs to the sentence. */
function trimEnd(url: string): string {
  const bare = url.replace(/(?<![.,:!?])[.,:!?]+$/, '');
  return bare.endsWith(')') && bare.split(')').length > bare.split('(').length ? bare.slice(0, -1) : bare;
}
