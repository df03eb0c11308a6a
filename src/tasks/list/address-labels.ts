import { addressesIn } from '../readers/cell.js';

/** What a line says besides its addresses. */
export function besideAddresses(line: string): string {
  return partsAround(line, addressesIn(line)).join(' ').trim();
}

/**
 * What a line calls one of its addresses: all that it says if that is the only one; of several each has a label only if all stand
 * before them, or all behind.
 */
export function labelOnLine(line: string, url: string): string {
  const urls = addressesIn(line);
  if (urls.length < 2) return besideAddresses(line);
  const parts = partsAround(line, urls);
  const [before, behind] = [parts.slice(0, -1), parts.slice(1)];
  const labels = parts.at(-1) === '' ? before : parts[0] === '' ? behind : [];
  return labels.includes('') ? '' : (labels[urls.indexOf(url)] ?? '');
}

const separators = '\\s:：、，,/／|｜=→\\p{Pd}';
const opening = new RegExp(`^[${separators}]+`, 'u');
/** Only where a run of them begins, since a search from each is quadratic. */
const closing = new RegExp(`(?<![${separators}])[${separators}]+$`, 'u');

/** The text before, between and behind the addresses of a line, without the marks that divide it from them. */
function partsAround(line: string, urls: readonly string[]): readonly string[] {
  // A line has no line break, so that one can stand for an address.
  let marked = '';
  let end = 0;
  for (const url of urls) {
    const at = line.indexOf(url, end);
    marked += `${line.slice(end, at)}\n`;
    end = at + url.length;
  }
  const parts = (marked + line.slice(end))
    .replace(/\[([^[\]\n]+)\]\(\n\)/g, '$1\n')
    .replace(/[(（<[［] ?\n ?[)）>\]］]/g, '\n')
    .split('\n');
  return parts.map((part, at) => {
    const begun = at === 0 ? part : part.replace(opening, '');
    return (at === parts.length - 1 ? begun : begun.replace(closing, '')).trim();
  });
}
