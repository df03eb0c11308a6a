import { isConfirmed } from '../../model/counting.js';
import type { Finding, Past, Report } from '../../model/report.js';
import type { Speech } from './speech.js';
import type { Word } from './words.js';

/** The course of a finding in a word or two. */
export const courseWords = {
  new: 'courseNew',
  persisting: 'coursePersisting',
  flapping: 'courseFlapping',
  fixed: 'courseFixed',
} as const satisfies Readonly<Record<Past['course'], Word>>;

/** Sentences on since when a finding is there, and whether it is accepted; texts from files are not escaped. */
export function describePast(finding: Finding, speech: Speech): readonly string[] {
  const { past } = finding;
  const { say, date } = speech;
  const sentences: string[] = [];
  if (past !== undefined) {
    const values = { since: date(past.firstSeen), nights: past.nights };
    const words = {
      new: 'pastNew',
      persisting: 'pastPersisting',
      flapping: 'pastFlapping',
      fixed: 'pastFixed',
    } as const;
    const healthy = past.lastHealthy === null ? [] : [say('pastHealthy', { date: date(past.lastHealthy) })];
    sentences.push([say(words[past.course], values), ...healthy].join(say('sentenceJoin')));
  }
  const acceptance = describeAcceptance(finding, speech);
  return acceptance === '' ? sentences : [...sentences, acceptance];
}

/** Why nothing fails for a finding, then what is wrong, in one line; unescaped. */
export function describeExcused(finding: Finding, speech: Speech): string {
  const { say } = speech;
  return [...describePast(finding, speech), finding.reason]
    .map((text) => (/[.!?。！？]$/.test(text) ? text : `${text}${say('sentenceEnd')}`))
    .join(say('sentenceJoin'));
}

/** That a finding is accepted, and why; unescaped, and empty if it is not. */
export function describeAcceptance({ accepted }: Finding, { say }: Speech): string {
  if (accepted === undefined) return '';
  const owner = accepted.owner === null ? [] : [accepted.owner];
  const until = accepted.until === null ? [] : [say('acceptedUntil', { date: accepted.until })];
  const details = [...owner, ...until];
  const more = details.length === 0 ? '' : ` (${details.join(say('listJoin'))})`;
  return `${say('accepted')}: ${accepted.reason}${more}`;
}

/** Whether nothing fails for a finding: it is accepted, or not new where only what is new fails, or has yet to be confirmed. */
export function isExcused(
  finding: Finding,
  { failOn, confirm = 1 }: Pick<Report, 'failOn' | 'confirm'>,
): boolean {
  const { accepted, isNew } = finding;
  return (
    accepted !== undefined || (failOn === 'new-broken' && isNew === false) || !isConfirmed(finding, confirm)
  );
}
