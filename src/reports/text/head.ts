import { columnsOf, padEndColumns, padStartColumns } from '../../kit/display-width.js';
import type { Report } from '../../model/report.js';
import { describeRun } from '../describe.js';
import { tallyStates } from '../groups.js';
import type { Speech } from '../speech.js';
import type { Canvas } from './canvas.js';
import { looks } from './paint.js';

const widestBar = 30;

/** What was walked and when. */
export function drawTitle(report: Report, speech: Speech, { paint, clean, wrap }: Canvas): readonly string[] {
  const { run, totals } = report;
  const portals = run.sources.map(({ title, id }) => clean(title === '' ? id : title)).join(', ');
  const seen = speech.say('seen', {
    resources: speech.count(totals.resources),
    pages: speech.count(totals.pages),
    links: speech.count(totals.links),
  });
  return [
    `${paint('bold', speech.say('title'))}  ${describeRun(run, speech)}`,
    ...wrap(`${speech.say('walked')}: ${portals}`, 0),
    ...wrap(seen, 0),
  ];
}

/** How many resources are of each state, with a bar each; bars stand last, so no width of theirs bends a column. */
export function drawGlance(report: Report, speech: Speech, { paint, columns }: Canvas): readonly string[] {
  const tallies = tallyStates(report);
  const names = padAll(
    padEndColumns,
    tallies.map(({ state }) => `${looks[state].mark} ${speech.say(state)}`),
  );
  const counts = padAll(
    padStartColumns,
    tallies.map(({ count }) => speech.count(count)),
  );
  const shares = padAll(
    padStartColumns,
    tallies.map(({ share }) => speech.share(share)),
  );
  return tallies.map(({ state, count, share }, row) => {
    const { format } = looks[state];
    const figures = `  ${counts[row] ?? ''}  ${shares[row] ?? ''}  `;
    const room = columns - columnsOf(`  ${names[row] ?? ''}${figures}`);
    const bar = '█'.repeat(count === 0 ? 0 : Math.max(1, Math.round(share * Math.min(widestBar, room))));
    return `  ${paint(format, names[row] ?? '')}${figures}${paint(format, bar)}`.trimEnd();
  });
}

function padAll(pad: (text: string, columns: number) => string, cells: readonly string[]): readonly string[] {
  const widest = Math.max(...cells.map(columnsOf));
  return cells.map((cell) => pad(cell, widest));
}

/** What the report cannot know, said before anything else is believed. */
export function drawDoubts(
  report: Report,
  speech: Speech,
  { paint, clean, address, wrap }: Canvas,
): readonly string[] {
  const { run, totals, notices = [] } = report;
  const doubt = (mark: string, text: string): readonly string[] =>
    wrap(text, 4).map((line, position) => (position === 0 ? `  ${mark}${line.slice(3)}` : line));
  const lines: string[] = [];
  if (!run.complete) {
    const limits = run.limitsReached.map(clean).join(', ');
    lines.push(...doubt('!', speech.say('incomplete')));
    if (limits !== '') lines.push(...wrap(speech.say('limits', { limits }), 4));
  }
  if (run.unreachable.length > 0) {
    lines.push(...doubt('!', speech.say('unreachable', { seeds: run.unreachable.map(address).join(', ') })));
  }
  if (totals.hiddenBySignIn > 0) {
    lines.push(...doubt('?', speech.say('hidden', { share: speech.share(totals.hiddenBySignIn) })));
  }
  lines.push(...notices.flatMap((notice) => doubt('!', clean(notice))));
  return lines.map((line) => paint(['bold', 'yellow'], line));
}
