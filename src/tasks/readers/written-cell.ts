import { isRecord } from '../../kit/is-record.js';
import { cellOf } from './cell.js';
import { readFragment } from './html.js';
import { isArray, readValue } from './json-value.js';
import { listLimits, type Cell, type CellLink } from './table.js';

/** A cell that is a text alone. Exports such as those of SharePoint write rich text as HTML, choices as JSON, and look-ups by `;#`. */
export function readWritten(text: string, own: readonly CellLink[] = []): Cell {
  if (markup.test(text)) {
    const read = readFragment(text.slice(0, mostMarkup));
    return { ...read, links: [...own, ...read.links] };
  }
  const value = encoded.test(text) ? parse(text) : null;
  if (value === null) return cellOf(text.replace(lookup, '\n'), own);
  const { text: shown, links } = readValue(value);
  return cellOf(shown, [...own, ...links]);
}

const markup = /<br\s*\/?>|<\/(?:a|b|div|em|font|i|li|ol|p|span|strong|td|u|ul)>/i;
const mostMarkup = 20_000;

const encoded = /^\s*(?:\[\s*["{]|\{\s*")/;

/** What a text is as JSON; `null` if it is none that says something. */
function parse(text: string): unknown {
  if (text.length > listLimits.cellLength) return null;
  try {
    const value: unknown = JSON.parse(text);
    const isSaid = isArray(value) || (isRecord(value) && readValue(value).text !== '');
    return isSaid ? value : null;
  } catch {
    return null;
  }
}

/** `12;#Kickoff;#13;#Setup` */
const lookup = /(?:^|;#)\d+;#|;#/g;
