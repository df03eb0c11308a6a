import type { Finding } from '../model/report.js';
import type { Speech } from './speech.js';

/** Since when a finding is so, and whether somebody lives with it: sentences, with texts from files unescaped. */
export function describePast({ past, accepted }: Finding, { say, date }: Speech): readonly string[] {
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
  if (accepted !== undefined) {
    const owner = accepted.owner === null ? [] : [accepted.owner];
    const until = accepted.until === null ? [] : [say('acceptedUntil', { date: accepted.until })];
    const details = [...owner, ...until];
    const more = details.length === 0 ? '' : ` (${details.join(say('listJoin'))})`;
    sentences.push(`${say('accepted')}: ${accepted.reason}${more}`);
  }
  return sentences;
}
