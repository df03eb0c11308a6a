import { escapeMarkup } from '../../kit/escape/markup.js';
import { shorten } from '../../kit/text/shorten.js';
import type { Report } from '../../model/report.js';
import { allChanges } from '../heads-up/all-changes.js';
import { addressOf, columns, doubtsOn, rowsOf, sumUp, type Row } from '../heads-up/rows.js';
import type { Speech } from '../wording/speech.js';
import { writeLink } from './link.js';

const shown = 1000;
const longestText = 400;

/** What changed since the run before, as the table partners know; empty if nothing is known of it. */
export function writeChanges(report: Report, speech: Speech): string {
  const changes = allChanges(report);
  if (changes === undefined) return '';
  const { say, time, count } = speech;
  const span = say('headsUpSpan', { before: time(changes.before.start), after: time(changes.after.start) });
  const summary = changes.changes.length === 0 ? say('nothingChanged') : sumUp(changes, speech);
  const rows = rowsOf({ ...changes, changes: changes.changes.slice(0, shown) }, speech).map(writeRow);
  const left = changes.changes.length - rows.length;
  const doubts = doubtsOn(changes, speech).map((doubt) => `<p><b>${clean(doubt)}</b></p>`);
  const table = `<table>
<thead><tr>${columns.map((word) => `<th scope="col">${escapeMarkup(say(word))}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
  return `<details class="changes">
<summary><b>${escapeMarkup(say('headsUp'))}</b> <span>${escapeMarkup(summary)}</span></summary>
<p>${escapeMarkup(span)}</p>
${doubts.join('')}
${rows.length === 0 ? '' : table}
${left > 0 ? `<p>${escapeMarkup(say('moreFindings', { count: count(left) }))}</p>` : ''}
</details>`;
}

function writeRow({ change, date, title, kind, reason, remarks }: Row): string {
  const more = remarks.map(({ text, url }) =>
    `${escapeMarkup(text)} ${url === null ? '' : writeLink(clean(url), url)}`.trim(),
  );
  return (
    `<tr><td class="date">${escapeMarkup(date)}</td><td>${writeLink(clean(title), addressOf(change))}</td>` +
    `<td><b class="${change.kind}">${escapeMarkup(kind)}</b> ${[clean(reason), ...more].join('<br>')}</td></tr>`
  );
}

function clean(text: string): string {
  return escapeMarkup(shorten(text, longestText));
}
