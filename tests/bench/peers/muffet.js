import { findProgram } from '../find-program.js';
import { readOutput } from './peer.js';

/** A fast link checker in Go. Its buffer for headers is too small for some hosts by default. @type {import('./peer.js').Peer} */
export const muffet = {
  name: 'muffet',
  find: () => findProgram('muffet'),
  command: ({ program, url, concurrency }) => [
    program,
    ...['--format', 'json', '--ignore-fragments', '--buffer-size', '65536'],
    ...['--max-connections', `${concurrency}`, '--max-connections-per-host', `${concurrency}`, url],
  ],
  broken: (task) =>
    JSON.parse(readOutput(task) || '[]').flatMap(({ links }) =>
      links.filter(({ error }) => error).map(({ url }) => url),
    ),
};
