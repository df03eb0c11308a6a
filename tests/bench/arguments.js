import { parseArgs } from 'node:util';

const help = `Measures playbook-health beside its peers on a site made for it.

Usage: npm run bench -- [options]

  --pages <count,count>   sizes of the site; default 1000,10000
  --runs <count>          of each program, of which the median counts; default 3
  --latency <time>        milliseconds before each answer; default 0
  --concurrency <count>   requests under way; default 32
  --peers <name,name>     whom to measure beside ours; default all that are on the PATH
  --limit <seconds>       after which a program is ended; one that takes a tenth of it runs once; default 600
  --json <file>           write every figure there too
  -h, --help              print this help

Peers: NAMES
One that is not installed is named and left out.
`;

const options = {
  pages: { type: 'string', default: '1000,10000' },
  runs: { type: 'string', default: '3' },
  latency: { type: 'string', default: '0' },
  concurrency: { type: 'string', default: '32' },
  peers: { type: 'string' },
  limit: { type: 'string', default: '600' },
  json: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
};

/** The smallest site on which every kind of address is linked to. */
const fewestPages = 10;

/**
 * What is to be measured.
 *
 * @typedef {object} Order
 * @property {readonly number[]} sizes Pages of each site, in rising order.
 * @property {number} runs
 * @property {number} latency Milliseconds.
 * @property {number} concurrency
 * @property {readonly string[]} peers
 * @property {number} limit Seconds.
 * @property {string | null} json
 */

/** What the command line asks for: an order, the help's text, or complaints, all at once. */
export function parseArguments(argv, peerNames) {
  /** @type {string[]} */
  const complaints = [];
  let values;
  try {
    ({ values } = parseArgs({ args: argv, options }));
  } catch (error) {
    return { complaints: [error.message] };
  }
  if (values.help) return { help: help.replace('NAMES', peerNames.join(', ')) };

  const whole = (name, text, least) => {
    const number = Number(text);
    if (text.trim() === '' || !Number.isInteger(number) || number < least)
      complaints.push(`--${name}: ${JSON.stringify(text)} is not a whole number of at least ${least}.`);
    return number;
  };
  const peers =
    values.peers === undefined ? peerNames : values.peers.split(',').filter((name) => name !== '');
  for (const name of peers.filter((peer) => !peerNames.includes(peer)))
    complaints.push(`--peers: there is no ${JSON.stringify(name)}; there are ${peerNames.join(', ')}.`);
  /** @type {Order} */
  const order = {
    sizes: values.pages
      .split(',')
      .map((text) => whole('pages', text, fewestPages))
      .sort((one, other) => one - other),
    runs: whole('runs', values.runs, 1),
    latency: whole('latency', values.latency, 0),
    concurrency: whole('concurrency', values.concurrency, 1),
    peers,
    limit: whole('limit', values.limit, 1),
    json: values.json ?? null,
  };
  return complaints.length > 0 ? { complaints } : { order };
}
