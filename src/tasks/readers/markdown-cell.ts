import { cellOf, struckCell } from './cell.js';
import { readFragment } from './html.js';
import type { Cell, CellLink } from './table.js';

/** Addresses by the label that stands for them. */
export type Addresses = ReadonlyMap<string, string>;

const definition = /^ {0,3}\[((?:[^[\]\\]|\\.){1,500})\]:\s*(?:<([^<>]{1,2000})>|(\S{1,2000}))/;

/** Reads `[label]: address`, anywhere in the file (CommonMark §4.7); of two with the same label the first counts. */
export function readDefinitions(lines: readonly string[]): Addresses {
  const addresses = new Map<string, string>();
  for (const line of lines) {
    const [, label = '', bracketed, bare] = definition.exec(line) ?? [];
    const url = bracketed ?? bare;
    const key = labelKey(label);
    if (url !== undefined && !addresses.has(key)) addresses.set(key, url);
  }
  return addresses;
}

function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

const link =
  /\[((?:[^[\]\\]|\\.){0,500})\]\(\s*(?:<([^<>]{1,2000})>|([^\s<>()]{1,2000}(?:\([^\s()]{0,200}\))?[^\s<>()]{0,500}))(?:\s+"[^"]{0,500}")?\s*\)/g;
const reference = /\[((?:[^[\]\\]|\\.){1,500})\](?:\[((?:[^[\]\\]|\\.){0,500})\])?/g;

/** What is struck out no longer holds (GFM §6.5, HTML §4.5.5). */
const struck =
  /~~(?=\S)(?:[^~]|~(?!~)){0,2000}~~|<(s|del|strike)(?:\s[^<>]{0,200})?>(?:[^<]|<(?!\/?(?:s|del|strike)[\s>])){0,2000}<\/\1>/gi;

/** What refers to a note below the table: `[^1]`. */
const footnote = /\[\^[^[\]]{1,100}\]/g;

/** A picture, whose text stands for it only where it is a link. */
const picture = /!\[((?:[^[\]\\]|\\.){0,500})\]\([^()]{0,2000}\)(\]\()?/g;

/** Reads a cell, which may have HTML in it (GFM §6.6, §6.10). */
export function readCell(markdown: string, addresses: Addresses): Cell {
  const unstruck = markdown.replace(struck, '');
  if (unstruck !== markdown && plain(readMarkup(unstruck).text).trim() === '') return struckCell;
  const links: CellLink[] = [];
  const withoutLinks = unstruck
    .replace(footnote, '')
    .replace(picture, (_, label: string, linked?: string) => (linked === undefined ? '' : label + linked))
    .replace(link, (_, label: string, bracketed?: string, bare?: string) => {
      if (label !== '') links.push({ url: bracketed ?? bare ?? '', text: plain(readMarkup(label).text) });
      return label;
    });
  const shown = withoutLinks.replace(reference, (whole, label: string, named?: string) => {
    const url = addresses.get(labelKey(named === undefined || named === '' ? label : named));
    if (url === undefined) return whole;
    links.push({ url, text: plain(readMarkup(label).text) });
    return label;
  });
  const { text, links: others } = readMarkup(shown);
  return cellOf(plain(text), [...links, ...others]);
}

const markup = /<[a-z/!]|&(?:#x?[\da-f]+|[a-z][a-z\d]*);/i;
/** GFM §6.9. */
const autolink = /<(https?:[^<>\s]{1,2000})>/gi;
const mostMarkup = 20_000;

/** The text and links of HTML in a cell. */
function readMarkup(text: string): Cell {
  const bare = text.replace(autolink, '$1');
  return markup.test(bare) ? readFragment(bare.slice(0, mostMarkup)) : { text: bare, links: [] };
}

/** Text without emphasis, code marks and escapes. */
function plain(text: string): string {
  return text
    .replace(/(\*\*|__)(?=\S)(.{0,1000}?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])([*_])(?=\S)([^*_]{1,1000})\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/`([^`]{0,1000})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|~-])/g, '$1');
}
