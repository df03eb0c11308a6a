import { findProgram } from '../find-program.js';
import { readOutput } from './peer.js';

/**
 * A link checker in Rust. It does not walk from page to page: it is told which pages there are.
 *
 * @type {import('./peer.js').Peer}
 */
export const lychee = {
  name: 'lychee',
  find: () => findProgram('lychee'),
  command: ({ program, concurrency, pageList }) => [
    program,
    ...['--files-from', pageList, '--format', 'json', '--no-progress', '--max-retries', '0'],
    ...[
      '--max-concurrency',
      `${concurrency}`,
      '--host-concurrency',
      `${concurrency}`,
      '--host-request-interval',
      '0ms',
    ],
  ],
  broken: (task) =>
    Object.values(JSON.parse(readOutput(task)).error_map)
      .flat()
      .map(({ url }) => url),
};
