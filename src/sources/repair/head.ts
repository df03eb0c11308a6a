import { slipsHeader } from '../../model/resource.js';

/** The head of an answer as browsers read it. */
interface RepairedHead {
  /** In the form of RFC 9112, including the blank line; a header of our own names the ways in which it broke that form. */
  readonly text: string;
  readonly status: number;
  /** Its body comes in chunks, if it has one. */
  readonly isChunked: boolean;
}

// The reason phrase is all the rest: a pattern for its end would be searched for again from each of many blanks.
const statusLine = /^(HTTP\/\d+\.\d+|ICY)[ \t]+([1-9]\d\d)(?!\d)(.*)/is;
const token = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/i;
// What no value may contain, except for tabs.
const controlCharacters = /[\x00-\x08\x0a-\x1f\x7f]+/g;

interface Header {
  readonly name: string;
  value: string;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Looks for the end of a head in the pieces in which it comes: gives how many bytes of a piece belong to it, or `null` if it goes
 * on. Browsers take lines without carriage return, and leave out empty ones before the first.
 */
export function createHeadEnd(): (piece: Uint8Array) => number | null {
  let hasBegun = false;
  let isLineEmpty = true;
  return (piece) => {
    for (let index = 0; index < piece.length; index++) {
      const byte = piece[index];
      if (byte === carriageReturn) continue;
      if (byte !== lineFeed) {
        hasBegun = true;
        isLineEmpty = false;
      } else if (hasBegun && isLineEmpty) return index + 1;
      else isLineEmpty = true;
    }
    return null;
  };
}

/**
 * Brings a head that breaks HTTP into proper form, the way browsers understand it: what cannot be a header is left out, lines are
 * unfolded, and of the headers that say where the body ends only unambiguous ones are kept. `null` if it is not a head at all.
 */
export function repairHead(head: string, earlierSlips: Iterable<string>): RepairedHead | null {
  const slips = new Set(earlierSlips);
  const lines = head.replace(/^[\r\n]+/, '').split('\n');
  if (lines.some((line, index) => index < lines.length - 1 && !/^[^\r]*\r$/.test(line)))
    slips.add('line ends');
  const [first = '', ...rest] = lines.map(withoutReturns);
  const [, protocol, status, reason = ''] = statusLine.exec(first) ?? [];
  if (protocol === undefined || status === undefined) return null;
  if (!/^HTTP\/1\.[01]$/.test(protocol)) slips.add('status line');
  const version = /^HTTP\/(1\.[1-9]|[2-9])/i.test(protocol) ? '1.1' : '1.0';
  const headers = framed(headersOf(rest, slips), slips).filter(
    ({ name }) => name.toLowerCase() !== slipsHeader,
  );
  if (slips.size > 0) headers.push({ name: slipsHeader, value: [...slips].sort().join(', ') });
  const fields = headers.map(({ name, value }) => `${name}: ${value}\r\n`).join('');
  const words = reason.replace(controlCharacters, ' ').trim();
  return {
    text: `HTTP/${version} ${status} ${words}\r\n${fields}\r\n`,
    status: Number(status),
    isChunked: valuesOf(headers, 'transfer-encoding').at(-1) === 'chunked',
  };
}

/** Not by a regular expression, which would take quadratic time on a line of blanks. */
function withoutReturns(line: string): string {
  let end = line.length;
  while (line[end - 1] === '\r') end--;
  return line.slice(0, end);
}

function headersOf(lines: readonly string[], slips: Set<string>): readonly Header[] {
  const headers: Header[] = [];
  for (const line of lines) {
    if (line === '') continue;
    const last = headers.at(-1);
    if (/^[ \t]/.test(line)) {
      slips.add('folded headers');
      if (last !== undefined) last.value = `${last.value} ${valueOf(line, slips)}`;
      continue;
    }
    const colon = line.indexOf(':');
    const written = line.slice(0, Math.max(colon, 0));
    const name = written.trimEnd();
    if (name !== written || !token.test(name)) slips.add('header names');
    if (token.test(name)) headers.push({ name, value: valueOf(line.slice(colon + 1), slips) });
  }
  return headers;
}

function valueOf(text: string, slips: Set<string>): string {
  const value = text.replace(controlCharacters, ' ');
  if (value !== text) slips.add('control characters');
  return value.trim();
}

/**
 * Where the body ends is told by its chunks if it has any, else by its length (RFC 9112 §6.3). Two different lengths may be an
 * attempt to smuggle something, so they are left as they are: browsers refuse them as well.
 */
function framed(headers: readonly Header[], slips: Set<string>): readonly Header[] {
  const codings = valuesOf(headers, 'transfer-encoding');
  const declared = valuesOf(headers, 'content-length');
  const isChunked = codings.includes('chunked');
  const [length, other] = new Set(declared.filter((value) => /^\d+$/.test(value)));
  if (isChunked ? declared.length === 0 : codings.length === 0 && isClear(declared)) return headers;
  if (!isChunked && other !== undefined) return headers;
  slips.add('body length');
  const dropped = isChunked ? ['content-length'] : ['content-length', 'transfer-encoding'];
  const kept = headers.filter(({ name }) => !dropped.includes(name.toLowerCase()));
  return isChunked || length === undefined ? kept : [...kept, { name: 'content-length', value: length }];
}

function isClear(declared: readonly string[]): boolean {
  return declared.length === 0 || (declared.length === 1 && /^\d+$/.test(declared[0] ?? ''));
}

function valuesOf(headers: readonly Header[], wanted: string): readonly string[] {
  return headers
    .filter(({ name }) => name.toLowerCase() === wanted)
    .flatMap(({ value }) => value.toLowerCase().split(','))
    .map((value) => value.trim());
}
