import { escapeMarkup } from '../../kit/escape/markup.js';
import { seesAll, type Report } from '../../model/report.js';
import { sayNothing } from '../wording/doubts.js';
import { groupFindings } from '../wording/groups.js';
import type { Speech } from '../wording/speech.js';

/** The frame in which the script shows the findings: search, states, the tree of places, the list. */
export function writeFindings(report: Report, speech: Speech): string {
  const { say, count } = speech;
  const text = (word: Parameters<typeof say>[0]): string => escapeMarkup(say(word));
  if (report.findings.length === 0) {
    return `<p class="well${seesAll(report.run) ? ' sure' : ''}">${escapeMarkup(sayNothing(report, speech))}</p>`;
  }
  const states = groupFindings(report).map(
    ({ state, findings }) =>
      `<button type="button" class="chip ${state}" data-state="${state}" aria-pressed="false">` +
      `${text(state)} <b>${escapeMarkup(count(findings.length))}</b></button>`,
  );
  return `<noscript><p class="doubt grave">${text('noScript')}</p></noscript>
<section class="found">
<h2>${text('findings')}</h2>
<p>${text('findingsMeaning')}</p>
</section>
<section class="tools" role="search">
<input type="search" id="search" placeholder="${text('search')}" aria-label="${text('search')}" autocomplete="off" spellcheck="false">
<div class="chips" role="group" aria-label="${text('filterState')}">
<button type="button" class="chip" data-state="" aria-pressed="true">${text('all')} <b>${escapeMarkup(count(report.findings.length))}</b></button>
${states.join('\n')}
</div>
<p id="count" role="status"></p>
</section>
<div class="columns">
<nav class="places" aria-labelledby="places-heading">
<h2 id="places-heading">${text('places')}</h2>
<div id="tree"></div>
</nav>
<section id="list" aria-label="${text('found')}"></section>
</div>`;
}
