import { z } from 'zod';
import { compareTexts } from '../kit/text/compare-texts.js';
import { isWider } from '../model/finding-id.js';
import type { Finding, Report } from '../model/report.js';
import { isTaskAddress } from '../model/lost-document.js';
import type { Sight } from '../model/sight.js';
import type { Ledger } from './ledger.js';
import { seeDocuments } from './findings/see-documents.js';

/** Bumped when an older version could not read it. */
const baselineVersion = 2;

const findings = z.array(z.strictObject({ id: z.string(), url: z.string(), rule: z.string() }));

const current = z.strictObject({
  version: z.literal(baselineVersion),
  /** Identifies the seeds and the scope of the walk that found it; `null` if that is not known. */
  walk: z.string().nullable(),
  findings,
});

/** What may be broken for now: a file that is committed beside the code it is for. */
export const baselineSchema = z.union([
  current,
  z
    .strictObject({ version: z.literal(1), findings })
    .transform((first): Baseline => ({ ...first, version: baselineVersion, walk: null })),
]);
export type Baseline = Readonly<z.infer<typeof current>>;

/** A report compared with a baseline. */
export interface Held {
  readonly report: Report;
  /** The baseline without what is gone; `null` if nothing is gone. */
  readonly shrunk: Baseline | null;
}

/** The baseline that accepts everything a walk found broken. */
export function baselineOf(report: Pick<Report, 'findings'>, walk: string | null): Baseline {
  const broken = report.findings.filter(({ verdict }) => verdict === 'broken');
  return {
    version: baselineVersion,
    walk,
    findings: broken
      .map(({ id, url, rule }) => ({ id, url, rule }))
      .sort((one, other) => compareTexts(one.url, other.url)),
  };
}

/**
 * Marks what is not in the baseline as new: an address may be broken by another rule than before. Only what is known
 * to open, or to be no longer linked, is gone.
 */
export function applyBaseline(report: Report, baseline: Baseline, sight: Pick<Sight, 'stateOf'>): Held {
  const urls = new Map(baseline.findings.map(({ id, url }) => [id, url]));
  const listed = new Set(baseline.findings.map(({ url }) => url).filter((url) => !isTaskAddress(url)));
  const isNew = (finding: Finding): boolean => {
    if (finding.verdict === 'broken' && listed.has(finding.url)) return false;
    const before = urls.get(finding.id);
    return before === undefined || isWider(finding, before);
  };
  const found = new Set(
    report.findings.filter((finding) => !isNew(finding)).flatMap(({ id, url }) => [id, url]),
  );
  const isFound = ({ id, url }: Baseline['findings'][number]): boolean =>
    found.has(id) || (found.has(url) && listed.has(url));
  const stateOf = seeDocuments(report, sight);
  const left = baseline.findings.filter((known) => isFound(known) || stateOf(known) === 'unknown');
  return {
    report: {
      ...report,
      findings: report.findings.map((finding) => ({ ...finding, isNew: isNew(finding) })),
    },
    shrunk: left.length < baseline.findings.length ? { ...baseline, findings: left } : null,
  };
}

/**
 * Marks as new what the last run that saw everything did not find, or what was repaired since. What has to be confirmed over
 * several nights is new until such a run has confirmed it; otherwise it would never count as new.
 */
export function applyPast(report: Report, { entries }: Ledger, nights: number): Report {
  const mark = (finding: Finding): Finding => {
    const known = entries[finding.id];
    if (known === undefined || finding.past === undefined) return finding;
    return { ...finding, isNew: known.established < nights };
  };
  return { ...report, findings: report.findings.map(mark) };
}
