import type { ChangeEvidence } from '../../model/change.js';
import { areTakenAlike } from '../../model/page.js';
import type { Fetched, Resource } from '../../model/resource.js';
import { versionMark } from './addresses.js';

/** Milliseconds around the request: a server that says "just now" says nothing. */
const justNow = 120_000;

/**
 * A text that differs wherever `contentChange` could find something; empty if nothing is known. Pages are known by their
 * digest, which knows what to drop.
 */
export function contentKey({ outcome, page }: Resource): string {
  if (page?.digest !== undefined && page.digest !== null) return page.digest;
  if (outcome.kind !== 'fetched') return '';
  const { headers, length } = outcome;
  const etag = opaqueTag(headers['etag']);
  const modified = headers['last-modified'] ?? '';
  return etag === '' && modified === '' && length === null ? '' : `${etag} ${modified} ${length ?? ''}`;
}

/** Whether equal keys of this resource at two addresses mean equal content: a date or a length alone would not. */
export function isTelling({ outcome, page }: Resource): boolean {
  if (page !== null) return page.digest !== null;
  return outcome.kind === 'fetched' && opaqueTag(outcome.headers['etag']) !== '' && outcome.length !== null;
}

/**
 * Evidence that the content of one address has changed; empty if it has not. Where a digest was taken of both, nothing else
 * counts; were they taken in different ways, the server's date does. Equal entity tags mean equal content (RFC 9110 §8.8.3),
 * and a weak one proves no change by itself.
 */
export function contentChange(before: Resource, after: Resource): readonly ChangeEvidence[] {
  if (before.outcome.kind !== 'fetched' || after.outcome.kind !== 'fetched') return [];
  const [one, other] = [before.page?.digest ?? null, after.page?.digest ?? null];
  const byHeaders = headerChange(before.outcome, after.outcome, (date) => isJustNow(after, date));
  if (one !== null && other !== null) {
    if (!areTakenAlike(one, other)) return byHeaders.filter(({ kind }) => kind === 'last-modified');
    return one === other ? [] : [evidence('digest', one, other), ...titleChange(before, after)];
  }
  return before.page !== null || after.page !== null ? [] : byHeaders;
}

function headerChange(
  one: Fetched,
  other: Fetched,
  isVolatile: (date: string) => boolean,
): readonly ChangeEvidence[] {
  const tag = differing(opaqueTag(one.headers['etag']), opaqueTag(other.headers['etag']));
  if (tag === 'equal') return [];
  const date = differing(one.headers['last-modified'] ?? '', other.headers['last-modified'] ?? '');
  const isComparable = one.headers['content-encoding'] === other.headers['content-encoding'];
  const length = isComparable ? differing(String(one.length ?? ''), String(other.length ?? '')) : null;
  return [
    ...(isPair(tag) && isStrong(one) && isStrong(other) ? [evidence('etag', ...tag)] : []),
    ...(isPair(date) && !isVolatile(date[1]) ? [evidence('last-modified', ...date)] : []),
    ...(isPair(length) ? [evidence('length', ...length)] : []),
  ];
}

type Difference = readonly [before: string, after: string] | 'equal' | null;

/** Two values of one header: `null` unless both answers have it. */
function differing(before: string, after: string): Difference {
  if (before === '' || after === '') return null;
  return before === after ? 'equal' : [before, after];
}

function isPair(difference: Difference): difference is readonly [string, string] {
  return difference !== null && difference !== 'equal';
}

function titleChange({ page: one }: Resource, { page: other }: Resource): readonly ChangeEvidence[] {
  const marks = [versionMark(one?.title ?? ''), versionMark(other?.title ?? '')] as const;
  return marks[0] === marks[1] ? [] : [evidence('version', ...marks)];
}

/** One piece of evidence. */
export function evidence(
  kind: ChangeEvidence['kind'],
  before: string | null,
  after: string | null,
): ChangeEvidence {
  return { kind, before, after };
}

/** When the server says the content last changed, RFC 3339; `null` if it does not, or gives the time of every request. */
export function modifiedAt(resource: Resource): string | null {
  const { outcome } = resource;
  const date = outcome.kind === 'fetched' ? outcome.headers['last-modified'] : undefined;
  if (date === undefined || isJustNow(resource, date)) return null;
  const time = Date.parse(date);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function isJustNow({ attempts }: Resource, date: string): boolean {
  const asked = attempts.at(-1)?.at;
  return asked !== undefined && Math.abs(Date.parse(date) - asked) < justNow;
}

function isStrong({ headers }: Fetched): boolean {
  return !(headers['etag'] ?? '').startsWith('W/');
}

/** Without the marks that servers add for each `Content-Encoding`. */
function opaqueTag(tag: string | undefined): string {
  return (tag ?? '').replace(/^W\//, '').replace(/[-;:](?:gzip|br|df|deflate)"$/, '"');
}
