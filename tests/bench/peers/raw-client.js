import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../raw-client.js', import.meta.url));

/** What Node can ask at most: bare sockets that ask for every address once and read nothing. @type {import('./peer.js').Peer} */
export const rawClient = {
  name: 'raw-client',
  find: () => program,
  command: ({ program: file, url, concurrency, list }) => [
    process.execPath,
    file,
    url,
    list,
    `${concurrency}`,
  ],
  broken: null,
};
