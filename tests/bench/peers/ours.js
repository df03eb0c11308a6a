import { fileURLToPath } from 'node:url';
import { readOutput } from './peer.js';

const launcher = fileURLToPath(new URL('../../../bin/playbook-health.js', import.meta.url));

/** The program all this is about. @type {import('./peer.js').Peer} */
export const ours = {
  name: 'playbook-health',
  find: () => launcher,
  command: ({ program, url, concurrency }) => [
    process.execPath,
    program,
    ...['crawl', url, '--store', 'store', '--format', 'json', '--lang', 'en', '--no-progress'],
    ...['--concurrency', `${concurrency}`, '--per-host', `${concurrency}`, '--no-robots', '--no-probes'],
  ],
  broken: (task) =>
    JSON.parse(readOutput(task))
      .findings.filter(({ verdict }) => verdict === 'broken')
      .map(({ url }) => url),
};
