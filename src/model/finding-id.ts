import { fingerprint } from '../kit/fingerprints/fingerprint.js';
import { originOf } from '../kit/urls/url.js';
import type { Finding } from './report.js';

/** The id of a finding: by its rule and what is to blame, a resource or a host. */
export function findingId(rule: string, blamed: string): string {
  return fingerprint(`${rule} ${blamed}`);
}

/** The host that is to blame for a finding, though that may name the one address there to which links lead; `null` if none is. */
export function blamedHost({ id, rule, url, evidence }: Finding): string | null {
  const host = originOf(evidence.finalUrl ?? url);
  return id === findingId(rule, host) ? host : null;
}

/** Whether a finding is about a whole host where one with its id named a single address there, before more links led there. */
export function isWider(finding: Finding, before: string): boolean {
  return finding.url !== before && finding.url === blamedHost(finding);
}
