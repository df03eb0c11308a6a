import type { Report } from '../../model/report.js';
import type { Speech } from '../wording/speech.js';
import { writeAddress } from './finding.js';

const shown = 200;

/** What the run before found and this one did not. */
export function writeFixed({ fixed = [] }: Report, { say, count, date }: Speech): readonly string[] {
  if (fixed.length === 0) return [];
  const items = fixed
    .slice(0, shown)
    .map(({ url, firstSeen }) => `- ${writeAddress(url)} · ${say('fixedSince', { since: date(firstSeen) })}`);
  const left = fixed.length - items.length;
  const more = left > 0 ? [`- ${say('moreFindings', { count: left })}`] : [];
  return [`## ${say('fixedFindings')} (${count(fixed.length)})`, [...items, ...more].join('\n')];
}
