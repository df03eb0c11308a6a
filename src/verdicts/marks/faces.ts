import type { PackedLinks } from '../../model/links/packed-links.js';
import type { Resource } from '../../model/resource.js';
import type { Subject } from '../../model/verdict.js';
import { segmentsOf } from '../../kit/urls/url-path.js';

/** An answer as a reader sees it. */
type Face = Pick<Subject, 'resource' | 'end' | 'links'>;

/** Whether two answers show a reader the same page: title, heading, and the text or else its length and links. */
export function sameFace(one: Face, other: Face): boolean {
  if (one.end === null || other.end === null || !looksAlike(one.end, other.end)) return false;
  return sameDigest(one.end, other.end) || sameLinks(one, other);
}

/** Whether two pages have title and heading in common, and the text or else its length. */
export function looksAlike(one: Resource, other: Resource): boolean {
  if (one.page === null || other.page === null) return false;
  const { title, heading } = one.page;
  // A page without any name says nothing, least of all "not found".
  if (title === '' && heading === '') return false;
  if (title !== other.page.title || heading !== other.page.heading) return false;
  return sameDigest(one, other) || isCloseInSize(one, other);
}

function sameDigest(one: Resource, other: Resource): boolean {
  const digest = one.page?.digest ?? null;
  return digest !== null && digest === other.page?.digest;
}

/** A not-found page may repeat the name that was asked for, and little more. */
function isCloseInSize(one: Resource, other: Resource): boolean {
  if (one.outcome.kind !== 'fetched' || other.outcome.kind !== 'fetched') return false;
  const difference = Math.abs(one.outcome.bytes - other.outcome.bytes);
  return difference <= Math.min(512, Math.max(128, 0.05 * Math.max(one.outcome.bytes, other.outcome.bytes)));
}

function sameLinks(one: Face, other: Face): boolean {
  const second = other.links();
  // Whoever recorded a probe may not have kept its links.
  if (second.rows.length === 0) return one.end?.page?.heading !== '';
  return essence(one.links(), one) === essence(second, other);
}

/** The addresses and texts of the links, without those that repeat the page's own address. */
function essence({ urls, words }: PackedLinks, { resource }: Face): string {
  const own = segmentsOf(resource.url).at(-1) ?? resource.url;
  const foreign = (text: string): boolean => !text.includes(own);
  return [...urls.filter(foreign), ...words.filter(foreign)].join('\n');
}
