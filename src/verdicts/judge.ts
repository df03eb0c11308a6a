import type { Judged } from '../model/judged.js';
import type { Glance } from '../model/print.js';
import type { Hop, Subject, Verdict } from '../model/verdict.js';
import { ownHeaders, type Fetched, type Resource } from '../model/resource.js';
import type { Snapshot } from '../model/snapshot.js';
import { readChains, type Chains } from './chains.js';
import type { ActiveRule } from './define.js';
import { byGravity } from './gravity.js';

/** How a snapshot is judged. */
export interface JudgeOptions {
  /** Redirects in a row before they are too many. */
  readonly maxHops: number;
  /** What `survey` says of the same snapshot, by resource id: added to the verdicts of the rules. */
  readonly surveyed?: ReadonlyMap<number, readonly Verdict[]>;
  /** Whether a resource need not be judged; it is all the same if a probe may have a say in it. */
  readonly isSettled?: (glance: Glance) => boolean;
}

const noHops: readonly Hop[] = [];
const noVerdicts: readonly Verdict[] = [];

/**
 * Judges every resource of a snapshot but its probes, in order of id and one at a time. Pure: the same snapshot and
 * rules give the same verdicts. Memory grows with redirects, probes and hosts only.
 */
export function* judge(
  snapshot: Snapshot,
  rules: readonly ActiveRule[],
  { maxHops, surveyed, isSettled }: JudgeOptions,
): Generator<Judged> {
  const chains = readChains(snapshot, maxHops);
  const isWanted =
    isSettled === undefined
      ? undefined
      : (glance: Glance): boolean => chains.isProbed(glance.url) || !isSettled(glance);
  for (const resource of snapshot.resources(isWanted)) {
    if (resource.role === 'probe') continue;
    const judged = judgeOne(resource, rules, chains);
    const remarks = surveyed?.get(resource.id);
    yield remarks === undefined
      ? judged
      : { ...judged, verdicts: [...judged.verdicts, ...remarks].sort(byGravity) };
  }
}

function judgeOne(resource: Resource, rules: readonly ActiveRule[], chains: Chains): Judged {
  if (isPlain(resource) && !chains.isProbed(resource.url)) {
    return { resource, hops: noHops, end: resource, verdicts: noVerdicts, isAlone: true };
  }
  const subject = chains.subjectOf(resource);
  const { hops, end, probe } = subject;
  const isAlone = hops.length === 0 && probe === null;
  return { resource, hops, end, verdicts: verdictsOn(subject, rules), isAlone };
}

/** The verdicts of all rules on one resource, the gravest first, without those of rules that yield to another. */
export function verdictsOn(subject: Subject<never>, rules: readonly ActiveRule[]): readonly Verdict[] {
  const spoken: { readonly verdict: Verdict; readonly rule: ActiveRule }[] = [];
  for (const rule of rules) {
    const verdict = ask(rule, subject);
    if (verdict !== null) spoken.push({ verdict, rule });
  }
  if (spoken.length === 0) return noVerdicts;
  const speakers = new Set(spoken.map(({ rule }) => rule.id));
  return spoken
    .filter(({ rule }) => !rule.yieldsTo.some((better) => speakers.has(better)))
    .map(({ verdict }) => verdict)
    .sort(byGravity);
}

/** Whether it was answered at once, whole, and without a signal: no rule has anything to say about it then. */
function isPlain({ url, role, outcome, page, attempts, signals }: Resource): boolean {
  if (attempts.length !== 1 || outcome.kind !== 'fetched') return false;
  if (outcome.status !== 200 || outcome.flaw !== null) return false;
  if (outcome.bytes === 0 && (page !== null || role === 'seed')) return false;
  if (page === null && !isAsset(url, outcome)) return false;
  if (ownHeaders.some((name) => outcome.headers[name] !== undefined)) return false;
  for (const _ in signals) return false;
  return true;
}

const assetEnding = /\.(?:png|jpe?g|gif|svg|webp|avif|ico|css|m?js|woff2?|ttf)$/;
const assetType = /^(?:image\/|font\/|text\/(?:css|javascript)|application\/(?:javascript|font))/;

/** A picture, style, script or font that is what its name says: no document anybody reads. */
function isAsset(url: string, { contentType }: Fetched): boolean {
  return assetEnding.test(url) && assetType.test(contentType);
}

function ask(rule: ActiveRule, subject: Subject<never>): Verdict | null {
  try {
    return rule.judge(subject);
  } catch (error) {
    return {
      rule: rule.id,
      state: 'not-checked',
      level: 'warning',
      reason: {
        en: `The check "${rule.id}" failed with an error of its own, so nothing is known here. Please report this.`,
        ja: `チェック「${rule.id}」自体がエラーで停止したため、判定できません。開発元に報告してください。`,
      },
      evidence: { error: String(error) },
    };
  }
}
