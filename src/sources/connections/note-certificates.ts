import { TLSSocket } from 'node:tls';
import type { buildConnector } from 'undici';

/** Connects as `connect` does; `note` is told when the certificate of a secure origin expires, milliseconds since 1970. */
export function notingCertificates(
  connect: buildConnector.connector,
  note: (origin: string, expires: number) => void,
): buildConnector.connector {
  return (target, callback) =>
    connect(target, (...result) => {
      const [, socket] = result;
      // What is not secure may lead through a proxy that is.
      if (target.protocol === 'https:' && socket instanceof TLSSocket) {
        const expires = Date.parse(socket.getPeerCertificate().valid_to);
        if (!Number.isNaN(expires)) note(`https://${target.host ?? target.hostname}`, expires);
      }
      callback(...result);
    });
}
