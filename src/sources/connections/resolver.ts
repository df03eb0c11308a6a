import { ADDRCONFIG, lookup, type LookupAddress } from 'node:dns';

type ResolveCallback = (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void;

/** Asks the system for all addresses of a name, as `dns.lookup` does. */
export type Lookup = (
  hostname: string,
  options: { readonly all: true; readonly hints: number },
  found: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Finds the addresses of hosts. */
export interface Resolver {
  /** Gives at least one address, or an error; never synchronously. */
  readonly resolve: (hostname: string, found: ResolveCallback) => void;
  /** Whether the system is being asked for this name. */
  readonly isResolving: (hostname: string) => boolean;
}

/**
 * As Node itself asks, which differs on Windows: not for kinds of addresses that this machine has none of. Where there is a second
 * address, even one out of reach, the first is given less time.
 */
const question = { all: true, hints: process.platform === 'win32' ? 0 : ADDRCONFIG } as const;

/** As long as browsers remember an address. */
const lifetime = 60_000;
const mostNames = 4096;

/**
 * Asks the system for each name once at a time, and remembers what it found for a minute: it looks up only a few names at once,
 * and every connection needs one. Failures are not remembered. `now` in milliseconds.
 */
export function createResolver(now: () => number, ask: Lookup = lookup): Resolver {
  const known = new Map<string, { readonly addresses: readonly LookupAddress[]; readonly until: number }>();
  const waiting = new Map<string, ResolveCallback[]>();

  const remember = (hostname: string, addresses: readonly LookupAddress[]): void => {
    if (known.size >= mostNames) known.clear();
    known.set(hostname, { addresses, until: now() + lifetime });
  };
  return {
    resolve: (hostname, found) => {
      const remembered = known.get(hostname);
      if (remembered !== undefined && remembered.until > now()) {
        queueMicrotask(() => found(null, remembered.addresses));
        return;
      }
      const others = waiting.get(hostname);
      if (others !== undefined) {
        others.push(found);
        return;
      }
      const all = [found];
      waiting.set(hostname, all);
      ask(hostname, question, (error, addresses) => {
        waiting.delete(hostname);
        if (error === null) remember(hostname, addresses);
        for (const one of all) one(error, error === null ? addresses : []);
      });
    },
    isResolving: (hostname) => waiting.has(hostname),
  };
}
