import { parseUrl } from '../../kit/urls/url.js';
import type { Language } from '../../model/text.js';
import { decodeLeniently } from './fold.js';

/** An address as evidence. */
export interface AddressKey {
  /** Equal for addresses of one resource: without scheme, letter case of the path, tracking and fragment. */
  readonly exact: string;
  /** Equal for the same resource in any language. */
  readonly anyLanguage: string;
  /** The last part of the path as written, decoded; empty if it says nothing. */
  readonly file: string;
  /** The language the address itself names; `null` if it names none. */
  readonly language: Language | null;
}

const trackers =
  /^(utm_.*|ocid|wt\.mc_id|web|download|dl|raw|redirectedfrom|view|source|ref|action|csf|e|fbclid|gclid)$/i;
const languageParameters = /^(lang|language|locale|culture|ui|setlang|clcid|lcid|mkt|market|rs|ad)$/i;
const locale = /^(ja|jp|jpn|en|eng)([-_](jp|us|gb))?$/i;
/** Finds out whether a path could name a language at all: few do. */
const localeLike = /(?:^|[-_./])(?:ja|jp|jpn|en|eng)(?:$|[-_./])/i;
const stemLocale = /(^|[-_.])(ja[-_]jp|en[-_]us|en[-_]gb|jpn|jp|ja|eng|en)(?=$|[-_.])/gi;

/** Reads an absolute http(s) address; `null` if it is none. */
export function readAddress(url: string): AddressKey | null {
  const parts = plainParts(url) ?? parsedParts(url);
  if (parts === null) return null;
  const { host, path, query } = parts;
  const isPlain = query.length === 0 && !localeLike.test(path);
  return isPlain ? plainKey(host, path) : readParts(parts);
}

function plainKey(host: string, path: string): AddressKey {
  const exact = `${host}/${path.toLowerCase()}`;
  return { exact, anyLanguage: exact, file: path.slice(path.lastIndexOf('/') + 1), language: null };
}

function readParts({ host, path, query }: AddressParts): AddressKey {
  const asked = query.filter(([name]) => !trackers.test(name));
  const exact = `${host}/${path.toLowerCase()}${writeQuery(asked)}`;
  const segments = path.split('/');
  const plain = asked.filter(([name]) => !languageParameters.test(name));
  return {
    exact,
    anyLanguage: `${host}/${withoutLocale(segments)}${writeQuery(plain)}`,
    file: fileOf(segments, asked.length > 0),
    language: languageOf(segments, query),
  };
}

function withoutLocale(segments: readonly string[]): string {
  const neutral = segments.filter((segment) => !locale.test(segment)).map((segment) => segment.toLowerCase());
  const last = neutral.at(-1);
  if (last !== undefined) neutral[neutral.length - 1] = last.replace(stemLocale, '$1');
  return neutral.join('/');
}

interface AddressParts {
  readonly host: string;
  /** Decoded, without slashes at its ends or one after the other. */
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
}

const plainAddress = /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+\/[A-Za-z0-9._~/%-]*$/;
const encodedDot = /%2e/i;

/** Reads most addresses without a parser, which is slow. Those with dot segments need one. */
function plainParts(url: string): AddressParts | null {
  if (!plainAddress.test(url)) return null;
  const start = url.indexOf('//') + 2;
  const end = url.indexOf('/', start);
  const path = url.slice(end + 1);
  if (mayHaveDotSegment(path)) return null;
  return { host: withoutWww(url.slice(start, end)), path: tidy(path), query: [] };
}

/** Without `www.`, unless only one name would be left. */
function withoutWww(host: string): string {
  return host.startsWith('www.') && host.includes('.', 4) ? host.slice(4) : host;
}

function mayHaveDotSegment(path: string): boolean {
  return path.startsWith('.') || path.includes('/.') || (path.includes('%') && encodedDot.test(path));
}

function parsedParts(url: string): AddressParts | null {
  const parsed = /^https?:/i.test(url) ? parseUrl(url) : null;
  if (parsed === null) return null;
  const port = parsed.port === '' ? '' : `:${parsed.port}`;
  return {
    host: parsed.hostname.replace(/^www\./, '').replace(/\.$/, '') + port,
    path: tidy(parsed.pathname),
    query: [...parsed.searchParams],
  };
}

function tidy(path: string): string {
  const decoded = path.includes('%') ? decodeLeniently(path) : path;
  if (!decoded.startsWith('/') && !decoded.endsWith('/') && !decoded.includes('//')) return decoded;
  return decoded
    .split('/')
    .filter((segment) => segment !== '')
    .join('/');
}

function writeQuery(query: readonly (readonly [string, string])[]): string {
  if (query.length === 0) return '';
  return `?${query
    .map(([name, value]) => `${name.toLowerCase()}=${value}`)
    .sort()
    .join('&')}`;
}

/**
 * The file name in a path. A name before a query is a program, not a file; a language at the end is none either, but the part
 * before it.
 */
function fileOf(segments: readonly string[], hasQuery: boolean): string {
  const named = segments.filter((segment) => !locale.test(segment));
  const file = named.at(-1) ?? '';
  return hasQuery && !/\.[a-z0-9]{2,5}$/i.test(file) ? '' : file;
}

function languageOf(segments: readonly string[], parameters: AddressParts['query']): Language | null {
  for (const segment of segments) {
    if (!locale.test(segment)) continue;
    return /^j/i.test(segment) ? 'ja' : 'en';
  }
  for (const [name, value] of parameters) {
    if (!languageParameters.test(name)) continue;
    if (/^(ja|jp|0x411|1041)/i.test(value)) return 'ja';
    if (/^(en|us|0x409|1033)/i.test(value)) return 'en';
  }
  return null;
}
