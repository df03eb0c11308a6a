import { isConfirmed, reaches } from '../../model/counting.js';
import { seesAll, type Report } from '../../model/report.js';
import { describeStop } from '../../model/stops.js';
import type { Escape } from './describe.js';
import type { Speech } from './speech.js';

/** A reason why a report may not tell everything. */
export interface Doubt {
  /**
   * `impossible`: the check could not be made. `incomplete`: it was not made to its end. After either, "no errors" means little.
   * `unconfirmed`: some of what is wrong does not count yet.
   */
  readonly kind: 'impossible' | 'incomplete' | 'hidden' | 'unconfirmed' | 'notice';
  readonly sentence: string;
  /** The reasons for it; the address is not escaped yet. */
  readonly reasons: readonly { readonly url: string; readonly reason: string }[];
}

/** What readers have to know before they believe the rest, the gravest first. */
export function listDoubts(report: Report, speech: Speech, escape: Escape): readonly Doubt[] {
  const { run, totals, notices = [] } = report;
  const { say, share } = speech;
  const doubts: Doubt[] = [];
  if (run.unreachable.length > 0) {
    const seeds = run.sources.reduce((sum, source) => sum + source.seeds.length, 0);
    const sentence = say(run.unreachable.length < seeds ? 'partlyImpossible' : 'impossible');
    doubts.push({
      kind: 'impossible',
      sentence,
      reasons: run.unreachable.map((url) => ({ url, reason: escape(reasonOf(report, url)) })),
    });
  }
  if (!run.complete)
    doubts.push({ kind: 'incomplete', sentence: describeStops(run, speech, escape), reasons: [] });
  if (totals.hiddenBySignIn > 0) {
    const sentence = say('hidden', { share: share(totals.hiddenBySignIn) });
    doubts.push({ kind: 'hidden', sentence, reasons: [] });
  }
  const unconfirmed = countUnconfirmed(report);
  if (unconfirmed > 0) {
    const sentence = say('unconfirmed', { count: unconfirmed, confirm: report.confirm ?? 1 });
    doubts.push({ kind: 'unconfirmed', sentence, reasons: [] });
  }
  return [
    ...doubts,
    ...notices.map((text) => ({ kind: 'notice', sentence: escape(text), reasons: [] }) as const),
  ];
}

/** Whether it means that not everything was seen. */
export function isGrave({ kind }: Doubt): boolean {
  return kind === 'impossible' || kind === 'incomplete';
}

/** Why "no errors" means little, as plain lines; none if everything was seen. */
export function listGraveDoubts(report: Report, speech: Speech): readonly string[] {
  return listDoubts(report, speech, (text) => text)
    .filter(isGrave)
    .flatMap(({ sentence, reasons }) => [sentence, ...reasons.map(({ url, reason }) => `${url}: ${reason}`)]);
}

/** What to say if there is no finding: less, if not everything was seen. */
export function sayNothing({ run }: Report, { say }: Speech): string {
  return say(seesAll(run) ? 'nothingFound' : 'nothingSeen');
}

/** How many findings the run would have failed for, had there been enough runs in a row that found them. */
function countUnconfirmed({ findings, failOn = 'broken', confirm = 1 }: Report): number {
  return findings.filter(
    (finding) => finding.accepted === undefined && reaches(finding, failOn) && !isConfirmed(finding, confirm),
  ).length;
}

/** That a run is incomplete, and what stopped it. */
function describeStops({ limitsReached }: Report['run'], { say, language }: Speech, escape: Escape): string {
  const limits = limitsReached.map((name) => escape(describeStop(name, language)));
  const stopped = limits.length === 0 ? [] : [say('limits', { limits: limits.join(say('listJoin')) })];
  return [say('incomplete'), ...stopped].join(say('sentenceJoin'));
}

/** Why a seed did not open, from the finding on it, or on its host if that is down. */
function reasonOf({ findings }: Report, url: string): string {
  const found =
    findings.find((finding) => finding.url === url) ??
    findings.find((finding) => finding.affected > 1 && url.startsWith(`${finding.url}/`));
  return found?.reason ?? '';
}
