import { isRecord } from '../../kit/is-record.js';
import type { CellLink } from './table.js';

const mostParts = 100;

/** What a cell is made of. */
interface CellContent {
  readonly text: string;
  readonly links: readonly CellLink[];
}

/** A value as one cell: of an array, all texts, each on a line, and all links. */
export function readValue(value: unknown): CellContent {
  const values = isArray(value) ? value : isResults(value) ? value.results : [value];
  const parts = values.slice(0, mostParts).map((part) => {
    const link = isRecord(part) ? linkOf(part) : null;
    return { text: link === null ? scalar(part) : link.text === '' ? link.url : link.text, link };
  });
  const links = parts.flatMap(({ link }) => (link === null || link.url === '' ? [] : [link]));
  return { text: parts.map(({ text }) => text).join('\n'), links };
}

const metadata = /id$|type|^@|^__/;
const addressKeys = ['url', 'href', 'link', 'weburl', 'uri'];
const titleKeys = ['title', 'text', 'name', 'label', 'displayname', 'lookupvalue', 'description', 'desc'];
const linkKeys: ReadonlySet<string> = new Set([...addressKeys, ...titleKeys]);

/** What an object links to, and what it calls that; `null` if it has neither. */
export function linkOf(value: Readonly<Record<string, unknown>>): CellLink | null {
  const fields = new Map(Object.entries(value).map(([key, field]) => [key.toLowerCase(), field]));
  const firstOf = (keys: readonly string[]): string =>
    keys.map((key) => scalar(fields.get(key))).find((text) => text !== '') ?? '';
  const [url, text] = [firstOf(addressKeys), firstOf(titleKeys)];
  return url === '' && text === '' ? null : { url, text };
}

/** Whether an object is a link and no more, other than a record that has fields of such names among others. */
export function isLink(value: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(value);
  const isPart = (key: string): boolean => linkKeys.has(key) || metadata.test(key);
  return linkOf(value) !== null && (keys.some((key) => linkKeys.has(key)) || keys.map(lower).every(isPart));
}

function lower(text: string): string {
  return text.toLowerCase();
}

/** Whether it is an array in the form of OData's first versions, as SharePoint answers. */
export function isResults(value: unknown): value is { readonly results: readonly unknown[] } {
  return isRecord(value) && isArray(value['results']);
}

export function scalar(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

export function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
