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

/**
 * Which goals were reached, as lines; only those that were measured.
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
  return results.map(([reached, line]) => `${reached ? '✓' : '✗'} ${line}`);
}

function rightness({ pages, right }) {
  return [right, `${grouped(pages)} pages: nothing missed, nothing wrong, every address asked for`];
}

function speed(summaries) {
  const [ours, ...peers] = summaries;
  const size = `${grouped(ours.pages)} pages`;
  const paces = pace.flatMap(({ peer, pages, atLeast }) => {
    const ratio = peers.find(({ name }) => name === peer)?.wallRatio ?? null;
    if (pages !== ours.pages || ratio === null) return [];
    return [[ratio >= atLeast, `${size}: ${versus(peer, ratio)}, wanted ${versus(peer, atLeast)}`]];
  });
  const peaks = memory
    .filter(({ pages }) => pages === ours.pages && ours.memory !== null)
    .map(({ atMost }) => [ours.memory <= atMost, `${size}: ${grouped(ours.memory)} MiB, at most ${atMost}`]);
  return [...paces, ...peaks];
}

/** "1.30 × the time of wget2", or "4.0 × faster than linkinator". */
function versus(peer, ratio) {
  return ratio < 2
    ? `${decimals(1 / ratio, 2)} × the time of ${peer}`
    : `${decimals(ratio, 1)} × faster than ${peer}`;
}

function throughput({ pages, ofCeiling }) {
  const share = decimals(ofCeiling * 100, 1);
  return [
    ofCeiling >= leastOfCeiling,
    `${grouped(pages)} pages: ${share} % of concurrency ÷ latency, at least 95`,
  ];
}
