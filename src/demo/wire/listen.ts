import { createServer as createPlainServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { selfSigned } from './certificate.js';

/** A server on a free port. Until it is told what to serve, requests wait. */
interface Listening {
  readonly origin: string;
  readonly serve: (listener: RequestListener) => void;
  readonly close: () => Promise<void>;
}

/** Listens for plain HTTP on a free port of the host. */
export function listen(host: string): Promise<Listening> {
  return open('http', createPlainServer(), host);
}

/** Listens for HTTPS with a certificate that expired long ago and that no authority signed. */
export function listenExpired(host: string): Promise<Listening> {
  return open('https', createSecureServer(selfSigned(host)), host);
}

/** The origin of a port where nobody listens any more. */
export async function listenNoMore(host: string): Promise<string> {
  const { origin, close } = await listen(host);
  await close();
  return origin;
}

function open(scheme: string, server: Server, host: string): Promise<Listening> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve({
        origin: `${scheme}://${host}:${port}`,
        serve: (listener) => server.on('request', listener),
        close: () => close(server),
      });
    });
  });
}

/** Ends what is under way too: a silent host would otherwise hold the process for ever. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
