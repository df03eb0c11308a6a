import { escapeMarkup } from '../../../kit/escape/markup.js';
import type { Report, Tally } from '../../../model/report.js';
import { worstFirst } from '../../wording/groups.js';
import type { Speech } from '../../wording/speech.js';
import { drawChart } from './chart.js';
import { isCounted } from './describe.js';

/** How many resources were broken run by run: a picture, and its figures; empty where there is one run only. */
export function writeTrend({ trend = [] }: Report, speech: Speech): string {
  const { say } = speech;
  if (trend.length < 2) return '';
  const gaps = trend.every(isCounted) ? '' : `<p>${escapeMarkup(say('trendGaps'))}</p>\n`;
  return `<section class="trend">
<h2>${escapeMarkup(say('trend'))}</h2>
${writeStep(trend, speech)}${drawChart(trend, speech)}
${gaps}<details>
<summary>${escapeMarkup(say('trendFigures'))}</summary>
${writeTable(trend, speech)}
</details>
</section>`;
}

/** This run compared with the one before, which a picture of many runs hardly shows. */
function writeStep(trend: readonly Tally[], { say, count }: Speech): string {
  const [before, now] = trend.slice(-2);
  if (before === undefined || now === undefined || !isCounted(before) || !isCounted(now)) return '';
  const figures = { now: count(now.byVerdict.broken), before: count(before.byVerdict.broken) };
  return `<p>${escapeMarkup(say('trendStep', figures))}</p>\n`;
}

/** The figures as a table, the newest run first: it is what people look for. */
function writeTable(trend: readonly Tally[], speech: Speech): string {
  const headings = (['runStart', ...worstFirst, 'trendRemark'] as const).map(
    (word) => `<th scope="col">${escapeMarkup(speech.say(word))}</th>`,
  );
  const rows = [...trend].reverse().map((tally) => writeRow(tally, speech));
  return `<div class="wide-table" role="region" tabindex="0" aria-label="${escapeMarkup(speech.say('trend'))}"><table>
<thead><tr>${headings.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table></div>`;
}

function writeRow(tally: Tally, { say, moment, count }: Speech): string {
  const figures = worstFirst.map((state) => `<td>${escapeMarkup(count(tally.byVerdict[state]))}</td>`);
  const remark = isCounted(tally) ? '' : escapeMarkup(say('trendGap'));
  return `<tr><th scope="row">${escapeMarkup(moment(tally.start))}</th>${figures.join('')}<td class="remark">${remark}</td></tr>`;
}
