/**
 * What a server was asked for since it was last told to say so.
 *
 * @typedef {object} Tally
 * @property {number} requests
 * @property {number} asked Distinct addresses of the site.
 * @property {number} strangers Distinct addresses that are not of the site: somebody misread a link.
 * @property {number} span Milliseconds between the first and the last request.
 */

/** Where the server tells its tally, and starts a new one. */
export const tallyPath = '/-/tally';

/** What browsers and crawlers ask for unasked. */
const customary = new Set(['/robots.txt', '/favicon.ico', '/sitemap.xml']);

/**
 * Counts requests. `count` gives back the position of a path, `undefined` for a stranger; `take` gives the tally and starts anew.
 */
export function createTally(paths) {
  const positions = new Map(paths.map((path, position) => [path, position]));
  const seen = new Uint8Array(paths.length);
  const strangers = new Set();
  let requests = 0;
  let asked = 0;
  let first = 0;
  let last = 0;

  const count = (path) => {
    last = performance.now();
    if (requests++ === 0) first = last;
    const position = positions.get(path);
    if (position === undefined) {
      if (!customary.has(path)) strangers.add(path);
    } else if (seen[position] === 0) {
      seen[position] = 1;
      asked++;
    }
    return position;
  };

  /** @returns {Tally} */
  const take = () => {
    const tally = { requests, asked, strangers: strangers.size, span: last - first };
    seen.fill(0);
    strangers.clear();
    requests = asked = first = last = 0;
    return tally;
  };

  return { count, take };
}
