import { growth } from './summary.js';

/** The figures as people read them: a line each program, numbers flush right. */
export function renderTable(summaries) {
  const columns = chooseColumns(summaries);
  const rows = [
    columns.map(([heading]) => heading),
    ...summaries.map((summary) => columns.map(([, cell]) => cell(summary))),
  ];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const troubles = summaries
    .filter(({ trouble }) => trouble !== null)
    .map(({ name, trouble }) => `${name}: ${trouble}`);
  return [...rows.map((row) => renderRow(row, widths)), ...troubles].join('\n');
}

/** How time and memory grow from each site to the next larger one, as factors for ten times the pages. */
export function renderGrowth(sizes) {
  return sizes.slice(1).flatMap((large, at) => {
    const small = sizes[at];
    return large.flatMap((summary) => {
      const before = small.find(({ name, trouble }) => name === summary.name && trouble === null);
      if (before === undefined || summary.trouble !== null) return [];
      const factor = (name) => `${decimals(growth(before, summary, name), 1)}×`;
      const span = `${grouped(before.pages)} → ${grouped(summary.pages)} pages`;
      return `${summary.name}, ${span}: for ten times the pages, wall ${factor('wall')}, CPU ${factor('cpu')}, memory ${factor('memory')}`;
    });
  });
}

/** A number with so many decimals and thousands apart; a dash for none. */
export function decimals(number, count) {
  if (number === null) return '–';
  return number.toLocaleString('en', { minimumFractionDigits: count, maximumFractionDigits: count });
}

/** A whole number, thousands apart; a dash for none. */
export function grouped(number) {
  return decimals(number, 0);
}

function chooseColumns(summaries) {
  const planted = ({ found, missed }) =>
    found === null ? '–' : `${grouped(found)}/${grouped(found + missed)}`;
  const columns = [
    ['program', ({ name, runs }) => (runs === 1 ? `${name} (one run)` : name)],
    ['wall s', ({ wall, timedOut }) => atLeast(wall, timedOut)],
    ['CPU s', ({ cpu, timedOut }) => atLeast(cpu, timedOut)],
    ['peak MiB', ({ memory }) => grouped(memory)],
    ['URLs/s', ({ rate }) => grouped(rate)],
    ['wall ÷ ours', ({ wallRatio, timedOut }) => atLeast(wallRatio, timedOut)],
    ['CPU ÷ ours', ({ cpuRatio, timedOut }) => atLeast(cpuRatio, timedOut)],
    ['found', planted],
    ['missed', ({ missed }) => grouped(missed)],
    ['wrong', ({ wrong }) => grouped(wrong)],
    ['asked', ({ asked, addresses }) => `${grouped(asked)}/${grouped(addresses)}`],
    ['misread', ({ strangers }) => grouped(strangers)],
    ['requests', ({ requests }) => grouped(requests)],
  ];
  if (summaries.every(({ ofCeiling }) => ofCeiling === null)) return columns;
  return [...columns, ['of concurrency ÷ latency', ({ ofCeiling }) => percent(ofCeiling)]];
}

/** A figure of a program that may have been ended before its time. */
function atLeast(number, timedOut) {
  return `${timedOut ? '> ' : ''}${decimals(number, 2)}`;
}

function percent(share) {
  return share === null ? '–' : `${decimals(share * 100, 1)} %`;
}

function renderRow(cells, widths) {
  return cells
    .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
    .join('  ')
    .trimEnd();
}
