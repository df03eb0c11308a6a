import type { Resource, Withholding } from './resource.js';
import type { Hop, Verdict } from './verdict.js';

/** One resource and its verdicts. */
export interface Judged {
  readonly resource: Resource;
  /** The redirects that were followed, first to last. */
  readonly hops: readonly Hop[];
  /** What the redirects lead to: the resource itself if there are none, `null` if no end was reached. */
  readonly end: Resource | null;
  /** The gravest first; empty if it is plainly healthy. */
  readonly verdicts: readonly Verdict[];
  /** Whether it was certainly judged by itself alone: neither the end of a redirect nor a probe played a part. */
  readonly isAlone?: boolean;
}

/** Whether the server says that nothing is there. */
export function isMissing({ resource, end }: Pick<Judged, 'resource' | 'end'>): boolean {
  const { outcome } = end ?? resource;
  return outcome.kind === 'fetched' && (outcome.status === 404 || outcome.status === 410);
}

/** Left out on purpose, tonight as always. */
const deliberate: ReadonlySet<Withholding> = new Set([
  'excluded',
  'external',
  'acting',
  'private',
  'outside',
  'malformed',
]);

/** Whether a resource, or what it leads to, was left out on purpose. */
export function isLeftOut({ resource, end }: Pick<Judged, 'resource' | 'end'>): boolean {
  const { outcome } = end ?? resource;
  return outcome.kind === 'withheld' && deliberate.has(outcome.by);
}

/** A fragment that links name and their page does not have. The page itself may be healthy. */
export interface JudgedFragment {
  /** The address that links name, with `#` and the fragment. */
  readonly url: string;
  /** The resource that lacks it. */
  readonly page: number;
  readonly verdict: Verdict;
  /** Every link that names it: the page it stands on, and its position there. */
  readonly referrers: readonly LinkPosition[];
}

/** One link of one page. */
export interface LinkPosition {
  readonly page: number;
  /** Position among the page's links, from 0. */
  readonly row: number;
}
