import { escapeMarkup } from '../../kit/escape/markup.js';
import type { Report } from '../../model/report.js';
import type { Speech } from '../wording/speech.js';
import { writeFolded } from './folded.js';
import { writeLink } from './link.js';

const shown = 500;

/** What the run before found and this one did not; empty if there is nothing. */
export function writeFixed({ fixed = [] }: Report, speech: Speech): string {
  if (fixed.length === 0) return '';
  const { say, date } = speech;
  const items = fixed.slice(0, shown).map(({ url, firstSeen }) => {
    const since = say('fixedSince', { since: date(firstSeen) });
    return `${writeLink(escapeMarkup(url), url)} <i>${escapeMarkup(since)}</i>`;
  });
  return writeFolded(say('fixedFindings'), items, fixed.length, speech);
}
