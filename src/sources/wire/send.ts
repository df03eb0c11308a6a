import { slipsHeader, type Failed } from '../../model/resource.js';
import { exchange } from './exchange.js';
import type { Order, Received, Wire } from './wire.js';

/** Sends one request and waits for its end. Rejects only if `signal` calls it off. */
export type Send = (order: Order, signal: AbortSignal) => Promise<Received | Failed>;

/** Limits that an answer broke, and requests that cannot be made: reading the answer differently would not help. */
const final: ReadonlySet<string> = new Set([
  'UND_ERR_HEADERS_OVERFLOW',
  'UND_ERR_INVALID_ARG',
  'TOO_MANY_INFORMATIONAL',
  'BAD_UPGRADE',
]);

/**
 * Where an answer breaks HTTP, asks once more on a wire that takes answers as browsers do. If that helps, the origin is always
 * asked that way; if it does not, the address never is again. So neither gets an extra request more than once.
 */
export function createSend(strict: Wire, forgiving: Wire): Send {
  const forgiven = new Set<string>();
  /** Addresses rather than origins: another answer of the same origin may well be understood. */
  const hopeless = new Set<string>();
  return async (order, signal) => {
    if (forgiven.has(order.origin)) return exchange(forgiving, order, signal);
    const received = withoutSlips(await exchange(strict, order, signal));
    if (!breaksHttp(received)) return received;
    const address = order.origin + order.path;
    if (hopeless.has(address)) return received;
    const understood = await exchange(forgiving, order, signal);
    if (breaksHttp(understood)) hopeless.add(address);
    if (understood.kind === 'failed' || breaksHttp(understood)) return received;
    forgiven.add(order.origin);
    return understood;
  };
}

function breaksHttp(received: Received | Failed): boolean {
  return received.kind === 'failed'
    ? received.cause === 'protocol' && !final.has(received.detail)
    : received.ending === 'garbled';
}

/** The name is ours: sent by a server itself it means nothing. */
function withoutSlips(received: Received | Failed): Received | Failed {
  if (received.kind === 'failed' || received.headers[slipsHeader] === undefined) return received;
  return { ...received, headers: { ...received.headers, [slipsHeader]: undefined } };
}
