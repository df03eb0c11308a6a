import { createSocket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { noRoute } from '../../kit/shortage.js';

/** Whether this machine knows a way to an address. */
export type HasRoute = (address: string) => Promise<boolean>;

const unreachable = 'ENETUNREACH';
/** Discard (RFC 863), to which nothing is sent. */
const anyPort = 9;

/** Asks the system, which sends nothing for that: to connect a datagram socket only chooses the way that it will take. */
export const hasRoute: HasRoute = (address) =>
  new Promise((resolve) => {
    const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
    const tell = (error?: Error): void => {
      socket.close();
      resolve(error === undefined || codeOf(error) !== unreachable);
    };
    socket.once('error', tell);
    socket.once('connect', () => tell());
    socket.connect(anyPort, address);
  });

/**
 * Why a connection failed, where that may be an outage of this machine: a network that is unreachable may be so from everywhere, as
 * a router along the way says, or it is this machine that knows no way at all.
 */
export async function blame(error: Error, isRouted: HasRoute): Promise<Error> {
  const failures: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
  for (const failure of failures) {
    const address = addressOf(failure);
    if (address === null || (await isRouted(address))) return error;
  }
  return Object.assign(new Error('no way to the network of the host'), { code: noRoute });
}

/** Where a connection led that found the network unreachable; `null` if it failed otherwise. */
function addressOf(failure: unknown): string | null {
  if (!(failure instanceof Error) || codeOf(failure) !== unreachable || !('address' in failure)) return null;
  return typeof failure.address === 'string' ? failure.address : null;
}

function codeOf(error: Error): unknown {
  return 'code' in error ? error.code : null;
}
