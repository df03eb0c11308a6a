import { escapeMarkup } from '../../kit/escape/markup.js';
import type { Report } from '../../model/report.js';
import { describeRun } from '../describe.js';
import { tallyStates } from '../groups.js';
import type { Speech } from '../speech.js';

const barUnits = 1000;
const narrowestPart = 6;

/** What was walked, and when. */
export function writeHeader(report: Report, speech: Speech): string {
  const { run, totals } = report;
  const portals = run.sources.map(({ title, id, seeds }) => {
    const name = escapeMarkup(title === '' ? id : title);
    const [seed] = seeds;
    if (seed === undefined || !/^https?:\/\//i.test(seed)) return name;
    return `<a href="${escapeMarkup(seed)}" rel="noreferrer noopener">${name}</a>`;
  });
  const seen = speech.say('seen', {
    resources: speech.count(totals.resources),
    pages: speech.count(totals.pages),
    links: speech.count(totals.links),
  });
  return `<header>
<h1>${escapeMarkup(speech.say('title'))}</h1>
<p class="portals">${portals.join('<span class="and"> · </span>')}</p>
<p class="run">${escapeMarkup(describeRun(run, speech))}<br>${escapeMarkup(seen)}</p>
</header>`;
}

/** What the report cannot know, said before anything else is believed. */
export function writeDoubts({ run, totals, notices = [] }: Report, { say, share }: Speech): string {
  const doubts: string[] = [];
  if (!run.complete) {
    const limits =
      run.limitsReached.length === 0 ? '' : ` ${say('limits', { limits: run.limitsReached.join(', ') })}`;
    doubts.push(`<p class="doubt grave" role="alert">${escapeMarkup(say('incomplete') + limits)}</p>`);
  }
  if (run.unreachable.length > 0) {
    const seeds = run.unreachable.join(', ');
    doubts.push(`<p class="doubt grave" role="alert">${escapeMarkup(say('unreachable', { seeds }))}</p>`);
  }
  if (totals.hiddenBySignIn > 0) {
    doubts.push(
      `<p class="doubt">${escapeMarkup(say('hidden', { share: share(totals.hiddenBySignIn) }))}</p>`,
    );
  }
  doubts.push(...notices.map((notice) => `<p class="doubt">${escapeMarkup(notice)}</p>`));
  return doubts.join('\n');
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
<h2>${escapeMarkup(say('resourcesByState', { count: count(report.totals.resources) }))}</h2>
${drawBar(tallies)}
<dl>
${figures.join('\n')}
</dl>
</section>`;
}

/** A picture of the figures beside it, so screen readers skip it. What is there at all is wide enough to be seen. */
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
