import { escapeMarkup } from '../../kit/escape/markup.js';
import { visible } from '../../kit/escape/visible.js';
import type { Report } from '../../model/report.js';
import type { Speech } from '../speech.js';

const shown = 500;

/** What the run before found and this one did not; empty if that is nothing. */
export function writeFixed({ fixed = [] }: Report, { say, count, date }: Speech): string {
  if (fixed.length === 0) return '';
  const items = fixed.slice(0, shown).map(({ url, firstSeen }) => {
    const since = say('fixedSince', { since: date(firstSeen) });
    return `<li>${writeLink(url)} <i>${escapeMarkup(since)}</i></li>`;
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

function writeLink(url: string): string {
  const text = escapeMarkup(visible(url));
  if (!/^https?:\/\//i.test(url)) return text;
  return `<a href="${escapeMarkup(url)}" rel="noreferrer noopener">${text}</a>`;
}
