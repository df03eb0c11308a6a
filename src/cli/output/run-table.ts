import type { RunSummary } from '../../app/list-runs.js';
import { columnsOf, padEndColumns, padStartColumns, truncateColumns } from '../../kit/text/display-width.js';
import type { Language, Text } from '../../model/text.js';
import { sizeOf } from './size-of-runs.js';

/** How wide the table may be, and in which language it is. */
export interface TableStyle {
  readonly language: Language;
  /** Columns of the terminal; `null` if it is not one. */
  readonly width: number | null;
}

interface Column {
  readonly heading: Text;
  readonly cell: (summary: RunSummary, language: Language) => string;
  readonly isNumber?: true;
  /** Left out where there is little room: first what the name of the run says as well, then what few ask for. */
  readonly spare?: 'first' | 'second';
}

const states = {
  complete: { en: 'complete', ja: '完了' },
  unreachable: { en: 'unreachable', ja: '接続不可' },
  incomplete: { en: 'incomplete', ja: '未完了' },
  unfinished: { en: 'unfinished', ja: '中断' },
  unreadable: { en: 'unreadable', ja: '読み取り不可' },
} as const satisfies Readonly<Record<RunSummary['state'], Text>>;

const japanAhead = 9 * 3_600_000;

const columns: readonly Column[] = [
  { heading: { en: 'RUN', ja: '巡回' }, cell: ({ id }) => id },
  {
    heading: { en: 'STARTED (UTC)', ja: '開始 (日本時間)' },
    cell: ({ run }, language) =>
      run === null ? '' : clock(run.startedAt + (language === 'ja' ? japanAhead : 0)),
    spare: 'first',
  },
  { heading: { en: 'STATE', ja: '状態' }, cell: ({ state }, language) => states[state][language] },
  {
    heading: { en: 'ADDRESSES', ja: 'アドレス' },
    cell: ({ resources }) => String(resources),
    isNumber: true,
    spare: 'second',
  },
  {
    heading: { en: 'SIZE', ja: 'サイズ' },
    cell: (summary) => sizeOf([summary]),
    isNumber: true,
    spare: 'second',
  },
];
const fewer = columns.filter(({ spare }) => spare !== 'first');
const fewest = fewer.filter(({ spare }) => spare === undefined);
const seedsHeading: Text = { en: 'SEEDS', ja: '起点' };
const gap = '  ';
/** Columns that seeds need beside the others, or else they stand below. */
const leastForSeeds = 20;

/** The runs of a store, one a line, in aligned columns; where there is no room for their seeds, those stand below each. */
export function runTable(summaries: readonly RunSummary[], { language, width }: TableStyle): string {
  const table = (shown: readonly Column[]): readonly string[] => layOut(summaries, shown, language);
  const wide = table(columns);
  const room = width ?? Infinity;
  const fits = ([heading = '']: readonly string[]): boolean => columnsOf(heading) <= room;
  const left = room - columnsOf(wide[0] ?? '') - gap.length;
  const seeds = [seedsHeading[language], ...summaries.map(seedsOf)];
  const lines =
    left >= leastForSeeds
      ? wide.map((line, row) => `${line}${gap}${truncateColumns(seeds[row] ?? '', left)}`)
      : stack([wide, table(fewer)].find(fits) ?? table(fewest), seeds, room);
  return [...lines.map((line) => line.trimEnd()), sumUp(summaries, language), ''].join('\n');
}

function layOut(
  summaries: readonly RunSummary[],
  shown: readonly Column[],
  language: Language,
): readonly string[] {
  const filled = shown.map(({ heading, cell, isNumber }) => {
    const cells = [heading[language], ...summaries.map((summary) => cell(summary, language))];
    const widest = Math.max(...cells.map(columnsOf));
    return cells.map((text) =>
      isNumber === true ? padStartColumns(text, widest) : padEndColumns(text, widest),
    );
  });
  return Array.from({ length: summaries.length + 1 }, (_, row) =>
    filled.map((cells) => cells[row] ?? '').join(gap),
  );
}

function stack(lines: readonly string[], seeds: readonly string[], room: number): readonly string[] {
  return lines.flatMap((line, row) => [
    line,
    `${gap}${truncateColumns(seeds[row] ?? '', room - gap.length)}`,
  ]);
}

function seedsOf({ run, problem }: RunSummary): string {
  if (run === null) return problem ?? '';
  return run.sources.flatMap(({ seeds }) => firstOf(seeds)).join(' ');
}

/** The first, and how many more there are: `deck.pptx (+2)`. */
function firstOf([first, ...more]: readonly string[]): readonly string[] {
  if (first === undefined) return [];
  return [more.length === 0 ? first : `${first} (+${more.length})`];
}

function sumUp(summaries: readonly RunSummary[], language: Language): string {
  const count = summaries.length;
  const runs = language === 'ja' ? `巡回 ${count} 件` : `${count} ${count === 1 ? 'run' : 'runs'}`;
  return [runs, sizeOf(summaries)].join(language === 'ja' ? '、' : ', ');
}

function clock(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}
