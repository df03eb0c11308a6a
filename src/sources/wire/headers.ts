import type { IncomingHttpHeaders } from 'node:http';

/** A response header as one string: repeated ones joined as RFC 9110 §5.3 allows; `null` if absent. */
export function headerOf(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  if (value === undefined) return null;
  return typeof value === 'string' ? value : value.join(', ');
}

/** The first value of a header that ought not to be repeated. */
export function firstHeaderOf(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  if (value === undefined) return null;
  return typeof value === 'string' ? value : (value[0] ?? null);
}

/** Every value of a header that may be repeated but not joined. Unlike Node, undici gives a single one as a string. */
export function headersOf(headers: IncomingHttpHeaders, name: string): readonly string[] {
  const value = headers[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** The statuses whose `Location` browsers follow (RFC 9110 §15.4). */
export const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Types that say no more than none (WHATWG MIME Sniffing §7). */
const saysNothing: ReadonlySet<string> = new Set(['*/*', 'unknown/unknown', 'application/unknown']);

/** Media type in lower case without parameters; empty if none is declared that browsers go by. */
export function mediaTypeOf(headers: IncomingHttpHeaders): string {
  // A header that was added to an existing one makes a list: browsers go by the last type in it (WHATWG Fetch §2.2.2).
  const types = contentTypeOf(headers)
    .replace(/"(?:[^"\\]|\\.)*"/g, '""')
    .split(',')
    .map((value) => /^\s*([^\s;(]+\/[^\s;(]+)/.exec(value)?.[1]?.toLowerCase() ?? '');
  return types.findLast((type) => type !== '' && !saysNothing.has(type)) ?? '';
}

/** The `charset` of the content type, lower case; `null` if it names none. */
export function charsetOf(headers: IncomingHttpHeaders): string | null {
  return /;\s*charset\s*=\s*["']?([^\s;"',]+)/i.exec(contentTypeOf(headers))?.[1]?.toLowerCase() ?? null;
}

/** Longer than any that means something: to look through all that a hostile server sends could take many seconds. */
const longestContentType = 1024;

function contentTypeOf(headers: IncomingHttpHeaders): string {
  return headersOf(headers, 'content-type').join(',').slice(0, longestContentType);
}

interface ContentRange {
  readonly first: number;
  /** `null` if the server does not know. */
  readonly total: number | null;
}

/** `Content-Range: bytes 0-65535/1048576` (RFC 9110 §14.4); `null` if absent or not of bytes. */
export function contentRangeOf(headers: IncomingHttpHeaders): ContentRange | null {
  const value = firstHeaderOf(headers, 'content-range');
  const match = value === null ? null : /^bytes\s+(\d{1,15})-\d{1,15}\/(\d{1,15}|\*)$/i.exec(value.trim());
  if (match === null) return null;
  return { first: Number(match[1]), total: match[2] === '*' ? null : Number(match[2]) };
}

/**
 * Header bytes as the text they most likely are: UTF-8, which servers send although RFC 9110 §5.5 does not define it, else
 * Latin-1.
 */
export function readable(latin1: string): string {
  if (isAscii(latin1)) return latin1;
  const text = Buffer.from(latin1, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? latin1 : text;
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 127) return false;
  return true;
}

/** `Content-Length` as a number; `null` if there is none, or none that is a number. */
export function declaredLength(headers: IncomingHttpHeaders): number | null {
  const text = headers['content-length'];
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
