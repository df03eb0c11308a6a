import { fileURLToPath } from 'node:url';
import { findProgram } from '../find-program.js';

const script = fileURLToPath(new URL('./wrk.lua', import.meta.url));

/**
 * What this server can give at most: a load generator in C asks for every address once and reads nothing.
 *
 * @type {import('./peer.js').Peer}
 */
export const wrk = {
  name: 'wrk',
  find: () => findProgram('wrk'),
  command: ({ program, url, concurrency, list }) => [
    program,
    ...[
      '--threads',
      '1',
      '--connections',
      `${concurrency}`,
      '--duration',
      '1h',
      '--script',
      script,
      url,
      '--',
    ],
    ...[list, `${concurrency}`],
  ],
  broken: null,
};
