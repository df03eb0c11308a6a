import { originOf } from '../../kit/urls/url.js';
import type { Subject } from '../../model/verdict.js';
import { decodePercent, segmentsOf } from '../../kit/urls/url-path.js';

const locale = /^[a-z]{2}(-[a-z]{2,4})?$/i;
const first = /^(home|index|default|start|main|welcome)(\.\w{2,5})?$/i;
/** Addresses that exist to redirect visitors. */
const sendsOn =
  /(sign|log)-?(in|out|off)\b|\/(set|change|switch)-?(lang|locale|culture)|\/(redirect|goto)\b|[?&](lang(uage)?|locale|culture|url|to|next|target|dest\w*|return\w*|redirect\w*)=/i;
const file = /\.[a-z0-9]{2,5}$/i;

/**
 * Whether a deep address leads to the first page of its own host. A short vanity address may mean to, so one plain
 * segment is not deep; another host's first page may be meant too.
 */
export function leadsHome({ resource, hops, end, destination }: Subject): boolean {
  if (hops.length === 0 || end === null) return false;
  if (hostOfUrl(resource.url) !== hostOfUrl(destination)) return false;
  return (
    isHome(destination) &&
    isDeep(resource.url) &&
    !sendsOn.test(resource.url) &&
    !keepsRoute(resource.outcome)
  );
}

/** Whether an address is a first page, or exists to redirect visitors: it may well lead to a first page. */
export function isEntrance(url: string): boolean {
  return isHome(url) || sendsOn.test(url);
}

/** Whether an address is the first page of a host, or of a language on it. */
function isHome(url: string): boolean {
  const segments = segmentsOf(url).filter((segment) => !locale.test(segment));
  return segments.length === 0 || (segments.length === 1 && first.test(segments[0] ?? ''));
}

function isDeep(url: string): boolean {
  const segments = segmentsOf(url).filter((segment) => !locale.test(segment));
  const last = decodePercent(segments.at(-1) ?? '');
  if (segments.length === 1) return file.test(last) && !first.test(last);
  return segments.length > 1;
}

/** A site made by a script may keep what was asked for in the fragment of its first page: `/#/docs/guide`. */
function keepsRoute(outcome: Subject['resource']['outcome']): boolean {
  return outcome.kind === 'fetched' && /#[!/]?\w/.test(outcome.location ?? '');
}

function hostOfUrl(url: string): string {
  return originOf(url).replace(/^https?:\/\/(www\.)?/, '');
}
