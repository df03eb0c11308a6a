import { escapeMarkup } from '../../kit/escape/markup.js';
import type { Report } from '../../model/report.js';
import { sourceName } from '../../model/snapshot.js';
import { describeExtent, describeRun } from '../wording/describe.js';
import { isGrave, listDoubts } from '../wording/doubts.js';
import { tallyStates } from '../wording/groups.js';
import type { Speech } from '../wording/speech.js';
import { writeLink } from './link.js';

const barUnits = 1000;
const narrowestPart = 12;

/** What was walked, and when. */
export function writeHeader(report: Report, speech: Speech): string {
  const { run } = report;
  const portals = run.sources.map((source) => {
    const [seed = null] = source.seeds;
    return writeLink(escapeMarkup(sourceName(source)), seed);
  });
  return `<header>
<h1>${escapeMarkup(speech.say('title'))}</h1>
<p class="portals">${portals.join('<span class="and"> · </span>')}</p>
<p class="run">${escapeMarkup(describeRun(run, speech))}<br>${escapeMarkup(describeExtent(report, speech))}</p>
</header>`;
}

/** What readers have to know before they believe the rest. */
export function writeDoubts(report: Report, speech: Speech): string {
  return listDoubts(report, speech, (text) => text)
    .map((doubt) => {
      const { sentence, reasons } = doubt;
      const items = reasons.map(({ url, reason }) => `<li>${escapeMarkup(`${url} ${reason}`)}</li>`);
      const list = items.length === 0 ? '' : `<ul>${items.join('')}</ul>`;
      return `<div class="doubt${isGrave(doubt) ? ' grave' : ''}"><p>${escapeMarkup(sentence)}</p>${list}</div>`;
    })
    .join('\n');
}

/** How many resources are of each state: one bar, and the figures below it. */
export function writeGlance(report: Report, { say, count, share }: Speech): string {
  const tallies = tallyStates(report);
  const figures = tallies.map(
    (tally) =>
      `<div class="figure ${tally.state}${tally.count === 0 ? ' zero' : ''}"><dt>${escapeMarkup(say(tally.state))}</dt>` +
      `<dd><b>${escapeMarkup(count(tally.count))}</b> <span>${escapeMarkup(share(tally.share))}</span></dd></div>`,
  );
  return `<section class="glance">
<h2>${escapeMarkup(say('resourcesByState', { count: report.totals.resources }))}</h2>
${drawBar(tallies)}
<dl>
${figures.join('\n')}
</dl>
</section>`;
}

/** A picture of the figures beside it, so screen readers skip it. Every state that occurs is wide enough to be seen. */
function drawBar(tallies: ReturnType<typeof tallyStates>): string {
  let left = 0;
  const parts = tallies
    .filter((tally) => tally.count > 0)
    .map((tally) => {
      const width = Math.max(narrowestPart, Math.round(tally.share * barUnits));
      const part = `<rect class="${tally.state}" x="${left}" width="${width}" height="10"/>`;
      left += width;
      return part;
    });
  return `<svg class="bar" viewBox="0 0 ${Math.max(left, 1)} 10" preserveAspectRatio="none" aria-hidden="true">${parts.join('')}</svg>`;
}
