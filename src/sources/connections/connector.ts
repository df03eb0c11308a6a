import type { LookupAddress, LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import type { buildConnector as connectors } from 'undici';
import { privateAddress } from '../../kit/trouble/refusals.js';
import { defaultPort, type Guard } from './guard.js';
import type { Resolver } from './resolver.js';
import { blame, hasRoute } from './route.js';
import { mustProveItself, tlsOptionsOf, type Trust } from './tls.js';
import { buildConnector } from './undici.js';

interface ConnectorOptions {
  readonly guard: Guard;
  readonly resolver: Resolver;
  /** Milliseconds, counted once the address of the host is known. */
  readonly connectTimeout: number;
  readonly trust: Trust;
}

/**
 * Opens sockets for undici. Private addresses are refused here, by the address that is actually connected to,
 * so neither a redirect nor a name that resolves differently the second time gets around it.
 */
export function createConnector(options: ConnectorOptions): connectors.connector {
  const { guard, resolver, trust } = options;
  const openersFor = (verified: boolean) => {
    const shared = {
      timeout: options.connectTimeout,
      ...tlsOptionsOf(trust, verified),
      // By default Node gives up on an address after 250 ms when there is another, and fails if all are slow.
      autoSelectFamilyAttemptTimeout: Math.max(250, Math.floor(options.connectTimeout / 4)),
    };
    const open = (forbids: (address: string) => boolean): connectors.connector =>
      buildConnector({ ...shared, lookup: lookupBy(resolver, forbids) });
    return { trusting: open(() => false), guarded: open((address) => guard.forbids(address)) };
  };
  const verifying = openersFor(true);
  const insecure = openersFor(false);

  return (target, callback) => {
    const { hostname, protocol } = target;
    const port = target.port === '' ? defaultPort(protocol) : target.port;
    const { trusting, guarded } = mustProveItself(trust, hostname) ? verifying : insecure;
    const connect = guard.trusts(hostname, port) ? trusting : guarded;
    // An address in place of a name is never looked up.
    if (connect === guarded && isIP(hostname) !== 0 && guard.forbids(hostname)) {
      queueMicrotask(() => callback(privateAddressError(hostname), null));
      return;
    }
    const connectNow = (): void =>
      connect(target, (...result) => {
        const [error] = result;
        if (error !== null) {
          resolver.doubt(hostname);
          void blame(error, hasRoute).then((reason) => callback(reason, null));
          return;
        }
        callback(...result);
      });
    if (isIP(hostname) !== 0) connectNow();
    else resolver.resolve(hostname, (error) => (error === null ? connectNow() : callback(error, null)));
  };
}

type LookupCallback = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

/** Finds what the resolver finds, except forbidden addresses. */
function lookupBy(resolver: Resolver, forbids: (address: string) => boolean) {
  return (hostname: string, options: LookupOptions, callback: LookupCallback): void => {
    resolver.resolve(hostname, (error, addresses) => {
      if (error !== null) {
        callback(error, []);
        return;
      }
      const open = addresses.filter(({ address }) => !forbids(address));
      const [first] = open;
      if (first === undefined) callback(privateAddressError(hostname), []);
      else if (options.all === true) callback(null, open);
      else callback(null, first.address, first.family);
    });
  };
}

function privateAddressError(hostname: string): Error {
  return Object.assign(new Error(`${hostname} is a private address`), { code: privateAddress });
}
