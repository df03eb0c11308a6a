import { decimals, grouped } from './table.js';

/** What is wanted of ours: how many times as long as ours a peer should at least take. */
const pace = [
  { peer: 'wget2', pages: 10_000, atLeast: 1 / 1.7 },
  { peer: 'wget2', pages: 100_000, atLeast: 1 / 1.3 },
  { peer: 'linkinator', pages: 1_000, atLeast: 4 },
  { peer: 'linkinator', pages: 10_000, atLeast: 40 },
];
const memory = [
  { pages: 10_000, atMost: 250 },
  { pages: 100_000, atMost: 600 },
];
const leastOfCeiling = 0.95;
const longestHelp = 150;

/** Reached, missed, and unknown: a peer was ended before it took long enough. */
const marks = new Map([
  [true, '✓'],
  [false, '✗'],
  [null, '?'],
]);

/**
 * Which goals were reached, as lines; only those that were measured. Speed counts only where ours was right.
 *
 * @param {readonly (readonly import('./summary.js').Summary[])[]} sizes Ours first in each.
 * @param {number | null} help Milliseconds that `--help` takes.
 * @param {number} latency
 */
export function renderGoals(sizes, help, latency) {
  const results = sizes.flatMap((summaries) => [
    rightness(summaries[0]),
    ...(latency === 0 ? speed(summaries) : [throughput(summaries[0])]),
  ]);
  if (help !== null)
    results.push([help <= longestHelp, `--help in ${decimals(help, 0)} ms, at most ${longestHelp}`]);
  return results.map(([reached, line]) => `${marks.get(reached)} ${line}`);
}

function rightness({ pages, right }) {
  return [right, `${grouped(pages)} pages: nothing missed, nothing wrong, every address asked for`];
}

function speed(summaries) {
  const [ours, ...peers] = summaries;
  const size = `${grouped(ours.pages)} pages`;
  const paces = pace.flatMap(({ peer: name, pages, atLeast }) => {
    const peer = peers.find((candidate) => candidate.name === name);
    const ratio = peer?.wallRatio ?? null;
    if (pages !== ours.pages || ratio === null) return [];
    const reached = ratio < atLeast && peer.timedOut ? null : ours.right && ratio >= atLeast;
    return [[reached, `${size}: ${versus(peer, ratio)}, wanted ${versus({ name }, atLeast)}`]];
  });
  const peaks = memory
    .filter(({ pages }) => pages === ours.pages && ours.memory !== null)
    .map(({ atMost }) => [ours.memory <= atMost, `${size}: ${grouped(ours.memory)} MiB, at most ${atMost}`]);
  return [...paces, ...peaks];
}

/** "1.30 × the time of wget2", or "4.0 × faster than linkinator". */
function versus({ name, timedOut = false }, ratio) {
  if (ratio < 2) return `${decimals(1 / ratio, 2)} × the time of ${name}`;
  return `${timedOut ? 'more than ' : ''}${decimals(ratio, 1)} × faster than ${name}`;
}

function throughput({ pages, ofCeiling }) {
  const share = decimals(ofCeiling * 100, 1);
  return [
    ofCeiling >= leastOfCeiling,
    `${grouped(pages)} pages: ${share} % of concurrency ÷ latency, at least 95`,
  ];
}
