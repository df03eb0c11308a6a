import { z } from 'zod';
import type { Finding, Report } from '../model/report.js';

/** What may be broken for now: a file that is committed beside the code that is built. */
export const baselineSchema = z.strictObject({
  version: z.literal(1),
  findings: z.array(z.strictObject({ id: z.string(), url: z.string(), rule: z.string() })),
});
export type Baseline = Readonly<z.infer<typeof baselineSchema>>;

/** A baseline held against a report. */
export interface Held {
  readonly report: Report;
  /** Without what the run did not find any more; `null` if nothing of it is gone, or the run could not tell. */
  readonly shrunk: Baseline | null;
}

/** The baseline that lets everything pass that is broken now. */
export function baselineOf({ findings }: Pick<Report, 'findings'>): Baseline {
  const broken = findings.filter(({ verdict }) => verdict === 'broken');
  return { version: 1, findings: broken.map(({ id, url, rule }) => ({ id, url, rule })).sort(byUrl) };
}

/** Marks what is not in the baseline as new. Only a complete run shrinks it. */
export function applyBaseline(report: Report, baseline: Baseline): Held {
  const known = new Set(baseline.findings.map(({ id }) => id));
  const present = new Set(report.findings.map(({ id }) => id));
  const left = baseline.findings.filter(({ id }) => present.has(id));
  const isSure = report.run.complete && report.run.unreachable.length === 0;
  return {
    report: {
      ...report,
      findings: report.findings.map((finding) => ({ ...finding, isNew: !known.has(finding.id) })),
    },
    shrunk: isSure && left.length < baseline.findings.length ? { version: 1, findings: left } : null,
  };
}

/**
 * Marks what was not there in the run before as new. What is to be confirmed over several nights is new on the night it is
 * confirmed, or it would never be.
 */
export function applyPast(report: Report, nights: number): Report {
  const mark = (finding: Finding): Finding =>
    finding.past === undefined ? finding : { ...finding, isNew: finding.past.nights <= nights };
  return { ...report, findings: report.findings.map(mark) };
}

function byUrl(one: { readonly url: string }, other: { readonly url: string }): number {
  return one.url < other.url ? -1 : one.url > other.url ? 1 : 0;
}
