import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../sources/fixtures/${name}`, import.meta.url));

export interface NamedHosts {
  /** Variables that send every request here, whatever host it names. */
  readonly environment: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/**
 * A proxy that is every host in the world, by http and https: real sockets for names that are not ours. The listener
 * finds the absolute URL that was asked for in `request.url`. Certificates are good for nobody.
 */
export async function serveNamedHosts(listener: RequestListener): Promise<NamedHosts> {
  const sockets = new Set<Socket>();
  const tls = createTlsServer(
    { key: fixture('server.key'), cert: fixture('good.pem') },
    (request, response) => {
      request.url = `https://${request.headers.host ?? ''}${request.url ?? ''}`;
      listener(request, response);
    },
  );
  const proxy = createServer(listener);
  proxy.on('connect', (_, socket: Socket) => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    tls.emit('connection', socket);
  });
  proxy.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  tls.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => void proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  return {
    environment: { http_proxy: address, https_proxy: address },
    close: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
