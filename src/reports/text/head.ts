import { columnsOf, padEndColumns, padStartColumns } from '../../kit/text/display-width.js';
import type { Report } from '../../model/report.js';
import { sourceName } from '../../model/snapshot.js';
import { describeExtent, describeRun } from '../wording/describe.js';
import { listDoubts, type Doubt } from '../wording/doubts.js';
import { tallyStates } from '../wording/groups.js';
import type { Speech } from '../wording/speech.js';
import type { Canvas } from '../canvas/canvas.js';
import { looks } from '../canvas/paint.js';

const widestBar = 30;

/** What was walked and when. */
export function drawTitle(
  report: Report,
  speech: Speech,
  { columns, paint, clean, wrap }: Canvas,
): readonly string[] {
  const { run } = report;
  const portals = run.sources.map((source) => clean(sourceName(source))).join(speech.say('listJoin'));
  const [title, time] = [speech.say('title'), describeRun(run, speech)];
  const fits = columnsOf(`${title}  ${time}`) <= columns;
  return [
    ...(fits ? [`${paint('bold', title)}  ${time}`] : [paint('bold', title), ...wrap(time, 0)]),
    ...wrap(`${speech.say('walked')}: ${portals}`, 0),
    ...wrap(describeExtent(report, speech), 0),
  ];
}

/** How many resources are of each state, with a bar for each. Bars stand last, so that their widths do not shift a column. */
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

const marks: Readonly<Record<Doubt['kind'], string>> = {
  impossible: '!',
  incomplete: '!',
  hidden: '?',
  unconfirmed: '!',
  notice: '!',
};

/** What readers have to know before they believe the rest. */
export function drawDoubts(
  report: Report,
  speech: Speech,
  { paint, clean, address, wrap }: Canvas,
): readonly string[] {
  const lines = listDoubts(report, speech, clean).flatMap(({ kind, sentence, reasons }) => {
    const [first = '', ...rest] = wrap(sentence, 4);
    const details = reasons.flatMap(({ url, reason }) => [`    ${address(url)}`, ...wrap(reason, 6)]);
    return [`  ${marks[kind]}${first.slice(3)}`, ...rest, ...details];
  });
  return lines.map((line) => paint(['bold', 'yellow'], line));
}
