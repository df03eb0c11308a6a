import { findProgram } from '../find-program.js';
import { readOutput } from './peer.js';

/**
 * A downloader in C that walks fast and records almost nothing. `--spider` would ask for everything twice.
 * More than eight threads gain nothing unless answers take their time. @type {import('./peer.js').Peer}
 */
export const wget2 = {
  name: 'wget2',
  find: () => findProgram('wget2'),
  command: ({ program, url, concurrency }) => [
    program,
    ...['--no-config', '--quiet', '--recursive', '--level=0', '--delete-after', '--tries=1', '--robots=off'],
    ...['--no-hsts', '--no-ocsp', `--max-threads=${concurrency}`, '--stats-site=csv:answers', url],
  ],
  broken: (task) =>
    readOutput(task, 'answers')
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
      .filter(([, , , status]) => Number(status) >= 400)
      .map(([, , url]) => url),
};
