/**
 * A program's trials on one site, put together: the median of what it cost, the worst of what it got wrong.
 *
 * @typedef {object} Summary
 * @property {string} name
 * @property {number} pages
 * @property {number} runs
 * @property {number} wall Seconds.
 * @property {number | null} cpu Seconds.
 * @property {number | null} memory MiB.
 * @property {number} rate Distinct addresses a second.
 * @property {number | null} found
 * @property {number | null} missed
 * @property {number | null} wrong
 * @property {number} asked
 * @property {number} addresses What it should have asked for.
 * @property {number} strangers
 * @property {number} requests
 * @property {string | null} trouble
 * @property {boolean} right Nothing missed, nothing wrong, every address asked for.
 * @property {boolean} timedOut It was ended: it would have taken longer than this.
 * @property {number | null} wallRatio Its time for each second of ours, round by round; `null` if one of them failed.
 * @property {number | null} cpuRatio
 * @property {number | null} ofCeiling Share of concurrency ÷ latency that was reached; `null` without latency.
 */

/**
 * @param {import('./peers/peer.js').Peer} peer
 * @param {readonly import('./trial.js').Trial[]} trials Round by round.
 * @param {readonly import('./trial.js').Trial[]} ours The same rounds of ours.
 * @param {{ site: import('./site.js').Site, concurrency: number, latency: number }} course
 * @returns {Summary}
 */
export function summarise(peer, trials, ours, { site, concurrency, latency }) {
  const middle = (name) => median(trials.map((trial) => trial[name]));
  const worst = (name) => highest(trials.map((trial) => trial[name]));
  const ratio = (name) =>
    median(
      trials.map((trial, round) =>
        isSound(trial) && isSound(ours[round]) ? divide(trial[name], ours[round][name]) : null,
      ),
    );
  const timedOut = trials.some((trial) => trial.timedOut);
  const trouble = trials.find((trial) => trial.trouble !== null)?.trouble ?? null;
  const missed = worst('missed');
  const wrong = worst('wrong');
  const asked = Math.min(...trials.map((trial) => trial.asked));
  const addresses = site.paths.length;
  const reached = ({ requests, span }) => requests / (span + latency) / (concurrency / latency);
  return {
    name: peer.name,
    pages: site.pages,
    runs: trials.length,
    wall: middle('wall') ?? 0,
    cpu: middle('cpu'),
    memory: middle('memory'),
    rate: median(trials.map((trial) => trial.asked / trial.wall)) ?? 0,
    found: missed === null ? null : site.broken.size - missed,
    missed,
    wrong,
    asked,
    addresses,
    strangers: worst('strangers') ?? 0,
    requests: middle('requests') ?? 0,
    trouble,
    timedOut,
    right: missed === 0 && wrong === 0 && asked === addresses,
    wallRatio: ratio('wall'),
    cpuRatio: ratio('cpu'),
    ofCeiling: latency === 0 ? null : median(trials.map(reached)),
  };
}

/**
 * How much a figure grows when the site grows tenfold.
 *
 * @param {Summary} small
 * @param {Summary} large
 * @param {'wall' | 'cpu' | 'memory'} name
 */
export function growth(small, large, name) {
  const factor = divide(large[name], small[name]);
  return factor === null ? null : factor ** (1 / Math.log10(large.pages / small.pages));
}

/** The one in the middle of those that are known; `null` if none is. */
export function median(numbers) {
  const sorted = numbers.filter((number) => number !== null).sort((one, other) => one - other);
  if (sorted.length === 0) return null;
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

/** Whether its cost means anything: one that fails at once is not quick. */
function isSound({ trouble, timedOut }) {
  return trouble === null || timedOut;
}

function highest(numbers) {
  const known = numbers.filter((number) => number !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function divide(one, other) {
  return one === null || other === null || other === 0 ? null : one / other;
}
