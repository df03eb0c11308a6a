import { createSocket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { noIPv6, noRoute } from '../../kit/trouble/shortage.js';

/** Whether this machine has a route to an address. */
export type HasRoute = (address: string) => Promise<boolean>;

/** What systems say where they have no route; the last two where a kind of addresses is switched off. */
const unreachable: ReadonlySet<unknown> = new Set(['ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT']);
/** A root name server: as good as any other address of the internet. */
const farAway = '198.41.0.4';
/** The port of the discard service (RFC 863); nothing is sent to it. */
const anyPort = 9;

/** Asks the system, which sends nothing for that: to connect a datagram socket only chooses its route. */
export const hasRoute: HasRoute = (address) =>
  new Promise((resolve) => {
    const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
    const tell = (error?: Error): void => {
      socket.close();
      resolve(error === undefined || !unreachable.has(codeOf(error)));
    };
    socket.once('error', tell);
    socket.once('connect', () => tell());
    socket.connect(anyPort, address);
  });

/** Whether this machine has a route to the internet, or to a network that might lead there. */
export const hasWayOut = (): Promise<boolean> => hasRoute(farAway);

/**
 * Why a connection failed, where that may be an outage of this machine: a network may be unreachable from everywhere, as a router
 * on the way there says, or only from this machine, which has no route to anywhere.
 */
export async function blame(error: Error, isRouted: HasRoute): Promise<Error> {
  const failures: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
  const addresses: string[] = [];
  for (const failure of failures) {
    const address = addressOf(failure);
    if (address === null || (await isRouted(address))) return error;
    addresses.push(address);
  }
  // Many networks have no IPv6: that is no outage, and does not end.
  const isForGood = addresses.every((address) => isIPv6(address)) && (await isRouted(farAway));
  return Object.assign(new Error('no way to the network of the host'), {
    code: isForGood ? noIPv6 : noRoute,
  });
}

/** The address of a connection that found the network unreachable; `null` if it failed otherwise. */
function addressOf(failure: unknown): string | null {
  if (!(failure instanceof Error) || !unreachable.has(codeOf(failure)) || !('address' in failure))
    return null;
  return typeof failure.address === 'string' ? failure.address : null;
}

function codeOf(error: Error): unknown {
  return 'code' in error ? error.code : null;
}
