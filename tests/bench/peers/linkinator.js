import { findProgram } from '../find-program.js';
import { readOutput } from './peer.js';

/** The nearest of kin: a link checker for Node. @type {import('./peer.js').Peer} */
export const linkinator = {
  name: 'linkinator',
  find: () => findProgram('linkinator'),
  // By the same Node as ours, whatever other Node the PATH has.
  command: ({ program, url, concurrency }) => [
    process.execPath,
    program,
    ...[url, '--recurse', '--concurrency', `${concurrency}`, '--format', 'json', '--verbosity', 'error'],
  ],
  broken: (task) =>
    JSON.parse(readOutput(task))
      .links.filter(({ state }) => state === 'BROKEN')
      .map(({ url }) => url),
};
