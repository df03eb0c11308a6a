import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../find-program.js';
import { readOutput } from './peer.js';

/**
 * The oldest of link checkers, in Python. Asks ten times a second unless its configuration allows more.
 *
 * @type {import('./peer.js').Peer}
 */
export const linkchecker = {
  name: 'linkchecker',
  find: () => findProgram('linkchecker'),
  command: ({ program, url, concurrency, folder }) => {
    const configuration = join(folder, 'linkcheckerrc');
    writeFileSync(configuration, '[checking]\nmaxrequestspersecond=100000\n[csv]\nparts=url\n');
    return [
      program,
      ...['--config', configuration, '--no-robots', '--no-status', '--no-warnings', '--output', 'csv'],
      ...['--threads', `${concurrency}`, url],
    ];
  },
  broken: (task) =>
    readOutput(task)
      .split('\n')
      .filter((line) => line.startsWith('http')),
};
