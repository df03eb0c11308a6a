import { columnsOf, padEndColumns } from '../../kit/text/display-width.js';
import type { ChangeKind, HeadsUp } from '../../model/change.js';
import { speak, type Speech } from '../wording/speech.js';
import { createCanvas, type Canvas } from '../canvas/canvas.js';
import type { Paint } from '../canvas/paint.js';
import type { HeadsUpReporter } from './reporter.js';
import { addressOf, columns, doubtsOn, rowsOf, sumUp, titleOf, type Row } from './rows.js';

/** How many changes a terminal shows; files show all. */
const shown = 200;
const shownUntranslated = 10;
const gap = '  ';
/** Columns that titles need beside the date and the kind, or else they stand below them. */
const leastForTitles = 40;
const stackedMargin = 4;

const colours: Readonly<Record<ChangeKind, Parameters<Paint>[0]>> = {
  new: 'green',
  updated: 'cyan',
  localised: 'green',
  moved: 'yellow',
  removed: 'yellow',
  broke: 'red',
  fixed: 'green',
};

/** The heads-up for a terminal. */
export const text: HeadsUpReporter = {
  id: 'text',
  endings: ['.txt'],
  render: (headsUp, style) => {
    const speech = speak(headsUp.language);
    const canvas = createCanvas(style);
    const title = canvas.paint('bold', speech.say('headsUp'));
    return `${[title, ...drawHeadsUp(headsUp, speech, canvas)].join('\n').trimEnd()}\n`;
  },
};

/** The heads-up as lines, without a heading of its own. */
function drawHeadsUp(headsUp: HeadsUp, speech: Speech, canvas: Canvas): readonly string[] {
  const { say, time, count } = speech;
  const { wrap, clean, paint } = canvas;
  const span = { before: time(headsUp.before.start), after: time(headsUp.after.start) };
  const doubts = doubtsOn(headsUp, speech).flatMap((doubt) => wrap(clean(doubt), 0));
  const first = { ...headsUp, changes: headsUp.changes.slice(0, shown) };
  const left = headsUp.changes.length - shown;
  return [
    ...wrap(`${headsUp.portals.map(clean).join(say('listJoin'))}  ${say('headsUpSpan', span)}`, 0),
    ...doubts.map((line) => paint(['bold', 'yellow'], line)),
    '',
    ...(headsUp.changes.length === 0
      ? [say('nothingChanged')]
      : [...wrap(sumUp(headsUp, speech), 0), '', ...drawTable(first, speech, canvas)]),
    ...(left > 0 ? [say('moreFindings', { count: count(left) })] : []),
    '',
    ...drawUntranslated(headsUp, speech, canvas),
  ];
}

/** The changes as a table. The title stands last, since it is what may have to be wrapped. */
export function drawTable(headsUp: HeadsUp, speech: Speech, canvas: Canvas): readonly string[] {
  const rows = rowsOf(headsUp, speech);
  const [published, topic, changed] = columns.map((word) => speech.say(word));
  const widths = {
    date: widest([published ?? '', ...rows.map(({ date }) => date)]),
    kind: widest([changed ?? '', ...rows.map(({ kind }) => kind)]),
  };
  const beside = widths.date + widths.kind + 2 * gap.length;
  const isStacked = canvas.columns - beside < leastForTitles;
  const layout = { ...widths, isStacked, margin: isStacked ? stackedMargin : beside };
  const head = [
    padEndColumns(published ?? '', widths.date),
    padEndColumns(changed ?? '', widths.kind),
    isStacked ? '' : topic,
  ];
  return [
    canvas.paint('bold', head.join(gap).trimEnd()),
    ...rows.flatMap((row) => drawRow(row, layout, canvas)),
  ];
}

interface Layout {
  /** Columns of each. */
  readonly date: number;
  readonly kind: number;
  /** The title stands below them. */
  readonly isStacked: boolean;
  /** Where the title begins. */
  readonly margin: number;
}

function drawRow(
  row: Row,
  layout: Layout,
  { columns: width, paint, clean, address, wrap }: Canvas,
): readonly string[] {
  const { change, date, kind, title, reason, remarks } = row;
  const { margin, isStacked } = layout;
  const indent = ' '.repeat(margin);
  const [first = '', ...rest] = wrap(clean(title), margin);
  const label = [
    padEndColumns(date, layout.date),
    paint(colours[change.kind], isStacked ? kind : padEndColumns(kind, layout.kind)),
  ];
  const url = addressOf(change);
  return [
    [...label, ...(isStacked ? [] : [paint('bold', first.trimStart())])].join(gap),
    ...(isStacked ? [first, ...rest] : rest).map((line) => paint('bold', line)),
    ...(url === null ? [] : [indent + paint('underline', address(url))]),
    ...wrap(clean(reason), margin),
    ...remarks.flatMap((remark) => drawRemark(remark, margin, { columns: width, wrap, address })),
  ];
}

function drawRemark(
  { text: sentence, url }: Row['remarks'][number],
  margin: number,
  { columns: width, wrap, address }: Pick<Canvas, 'columns' | 'wrap' | 'address'>,
): readonly string[] {
  if (url === null) return wrap(sentence, margin);
  const indent = ' '.repeat(margin);
  const line = `${indent}${sentence} ${address(url)}`;
  return columnsOf(line) <= width ? [line] : [...wrap(sentence, margin), `${indent}${address(url)}`];
}

function drawUntranslated(
  { untranslated, language }: HeadsUp,
  { say, count }: Speech,
  { paint, clean, address, wrap }: Canvas,
): readonly string[] {
  if (untranslated.total === 0) return [];
  const items = untranslated.items.slice(0, shownUntranslated).flatMap(({ url, title }) => {
    const name = titleOf({ title: { [language]: title }, url }, language);
    return [...wrap(clean(name), 2), `    ${paint('dim', address(url))}`];
  });
  const left = untranslated.total - Math.min(untranslated.items.length, shownUntranslated);
  const more = left > 0 ? [`  ${say('moreFindings', { count: count(left) })}`] : [];
  return [paint('bold', say('untranslated', { count: count(untranslated.total) })), ...items, ...more];
}

function widest(cells: readonly string[]): number {
  return Math.max(...cells.map(columnsOf));
}
