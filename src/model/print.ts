import { fingerprintInto } from '../kit/fingerprints/fingerprint.js';
import { correlationHeaders, type Resource } from './resource.js';

/** The little that tells whether a resource is as another run saw it. */
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
 * A hash of 52 bits, equal for two sights of one address if they differ only in time, duration and request ids. `null` for what
 * has to be looked at in any case: what was not answered with a whole 200, and what rules noted something about.
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
