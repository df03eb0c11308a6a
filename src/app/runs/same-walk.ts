import { fingerprint } from '../../kit/fingerprints/fingerprint.js';
import { redactUrl } from '../../kit/urls/redact.js';
import type { Run } from '../../model/snapshot.js';

/** Whether runs can be compared: after a run of other portals, everything would be new or removed. */
export function isSameWalk(one: Walked, other: Walked): boolean {
  return seedsOf(one) === seedsOf(other);
}

/** A short name for all runs that walk the same sources from the same seeds. */
export function nameWalk(walked: Walked): string {
  return fingerprint(seedsOf(walked));
}

/** The same for runs that walk as far, too: what one of them finds, each of them could. */
export function nameReach({ sources, options }: Pick<Run, 'sources' | 'options'>): string {
  const scope = JSON.stringify(options['scope'] ?? null);
  return fingerprint(`${seedsOf({ sources })} ${scope}${options['deep'] === true ? ' deep' : ''}`);
}

/** Whether two runs of the same sources went as far, as much as they noted. */
export function isReachAlike(one: Run, other: Run): boolean {
  const isNoted = one.options['scope'] !== undefined && other.options['scope'] !== undefined;
  return !isNoted || nameReach(one) === nameReach(other);
}

interface Walked {
  readonly sources: readonly { readonly id: string; readonly seeds: readonly string[] }[];
}

/** What a run walks from, as a text that is the same however it was written down. */
function seedsOf({ sources }: Walked): string {
  return JSON.stringify(sources.map(({ id, seeds }) => [id, seeds.map(redactUrl).sort()]).sort());
}
