import { escapeMarkup } from '../../kit/escape/markup.js';
import type { Report } from '../../model/report.js';
import type { Speech } from '../wording/speech.js';
import { writeLink } from './link.js';

const shown = 500;

/** What the run before found and this one did not; empty if there is nothing. */
export function writeFixed({ fixed = [] }: Report, { say, count, date }: Speech): string {
  if (fixed.length === 0) return '';
  const items = fixed.slice(0, shown).map(({ url, firstSeen }) => {
    const since = say('fixedSince', { since: date(firstSeen) });
    return `<li>${writeLink(escapeMarkup(url), url)} <i>${escapeMarkup(since)}</i></li>`;
  });
  const left = fixed.length - items.length;
  const more = left > 0 ? `<p>${escapeMarkup(say('moreFindings', { count: count(left) }))}</p>` : '';
  return `<details class="changes repaired">
<summary><b>${escapeMarkup(say('fixedFindings'))}</b> <span>${escapeMarkup(count(fixed.length))}</span></summary>
<ul>
${items.join('\n')}
</ul>
${more}
</details>`;
}
