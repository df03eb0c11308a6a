import { fingerprintInto } from '../kit/fingerprint.js';
import { correlationHeaders, type Resource } from './resource.js';

/** What tells at a glance whether a resource is as another run saw it. */
export interface Glance {
  readonly id: number;
  readonly url: string;
  /** See `printOf`. */
  readonly print: number | null;
}

const halves = new Uint32Array(2);
const separator = '\u001f';
const volatile: ReadonlySet<string> = new Set(correlationHeaders);

/**
 * A number that is equal for two sights of one address if nothing differs but when it was asked for, how long that took and what
 * the request was called. 52 bits. `null` for what is worth a look in any case: what did not open by itself, and what rules
 * noted something about.
 */
export function printOf({ source, role, attempts, outcome, page, signals }: Resource): number | null {
  if (outcome.kind !== 'fetched' || outcome.status !== 200 || outcome.flaw !== null) return null;
  for (const _ in signals) return null;
  const { contentType, length, bytes, headers } = outcome;
  let text = [source, role, contentType, length, bytes].join(separator);
  for (const { method, result } of attempts) text += `${separator}${method} ${result}`;
  for (const name in headers) {
    if (!volatile.has(name)) text += `${separator}${name}:${headers[name] ?? ''}`;
  }
  if (page !== null) {
    const { title, heading, language, charset, breadcrumb, digest } = page;
    text += separator + [title, heading, language, charset, digest, ...breadcrumb].join(separator);
  }
  fingerprintInto(text, halves, 0);
  return (halves[0] ?? 0) * 0x100000 + ((halves[1] ?? 0) >>> 12);
}

/** A resource at a glance. */
export function glanceAt(resource: Resource): Glance {
  return { id: resource.id, url: resource.url, print: printOf(resource) };
}
