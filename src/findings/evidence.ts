import { compareTexts } from '../kit/text/compare-texts.js';
import type { Judged } from '../model/judged.js';
import type { Finding } from '../model/report.js';
import { correlationHeaders, type Attempt, type Json, type Outcome } from '../model/resource.js';
import type { Verdict } from '../model/verdict.js';

type Evidence = Finding['evidence'];

/** What a verdict rests on. The attempts are those at the end of the redirects, which decided it. */
export function evidenceOf({ resource, hops, end }: Judged, verdict: Verdict): Evidence {
  const { attempts, outcome } = end ?? resource;
  const answer = outcome.kind === 'fetched' ? outcome : null;
  return {
    attempts: attempts.map(describeAttempt),
    hops: hops.map(({ url, status }) => ({ url, status })),
    finalUrl: end?.url ?? null,
    contentType: answer === null || answer.contentType === '' ? null : answer.contentType,
    bytes: answer?.bytes ?? null,
    correlation: correlationOf(outcome),
    detail: outcome.kind === 'failed' ? outcome.detail : null,
    facts: factsOf(verdict),
  };
}

/** The status a partner would see: that at the end of the redirects; `null` if no answer came. */
export function statusOf({ resource, end }: Judged): number | null {
  const { outcome } = end ?? resource;
  return outcome.kind === 'fetched' ? outcome.status : null;
}

/** The latest of all attempts: it is by chance how often each of many URLs was asked for. */
export function latestAttempt(judged: readonly Judged[]): Evidence['attempts'] {
  const attempts = judged.flatMap(({ resource, end }) => (end ?? resource).attempts.slice(-1));
  const [first, ...others] = attempts;
  if (first === undefined) return [];
  return [describeAttempt(others.reduce((latest, next) => (next.at > latest.at ? next : latest), first))];
}

function describeAttempt({ at, took, method, result }: Attempt): Evidence['attempts'][number] {
  return { at: new Date(at).toISOString(), milliseconds: Math.round(took), method, result };
}

/** The ids by which support finds a request, by the name of their header. */
export function correlationOf(outcome: Outcome): Record<string, string> {
  if (outcome.kind !== 'fetched') return {};
  const { headers } = outcome;
  return Object.fromEntries(
    correlationHeaders.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Sorted by name, since rules may give them in any order. */
function factsOf({ evidence = {} }: Verdict): Record<string, Json> {
  return Object.fromEntries(Object.entries(evidence).sort(([one], [other]) => compareTexts(one, other)));
}
