import { lookup, type LookupAddress } from 'node:dns';
import { inTurn } from './in-turn.js';
import type { Lookup } from './lookup.js';
import { isNoSuchName } from './lookup-error.js';
import { createPatientLookup } from './patient-lookup.js';
import { hasWayOut } from './route.js';

type ResolveCallback = (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void;

/** Finds the addresses of hosts. */
export interface Resolver {
  /** Gives at least one address, or an error; never synchronously. */
  readonly resolve: (hostname: string, found: ResolveCallback) => void;
  /** Whether the address of this name is being looked up. */
  readonly isResolving: (hostname: string) => boolean;
  /** Whether that waits for other lookups, so that nobody was asked for it yet. */
  readonly isQueued: (hostname: string) => boolean;
  /** Whether this machine can look up no name at all, as far as is known. */
  readonly isDown: () => boolean;
  /** Nothing could be reached at the remembered address of this name: it is to be looked up again. */
  readonly doubt: (hostname: string) => void;
  /** Stops waiting. */
  readonly close: () => void;
}

/** As long as browsers remember an address. */
const lifetime = 60_000;
const mostNames = 4096;
/** As many as the system looks up at once: half of the threads that the launcher asks for. */
const mostAtOnce = 32;

/**
 * Asks the system for each name once at a time, and remembers what it found for a minute: it looks up only a few names at once,
 * and every connection needs one. Failures are not remembered; what was found before holds unless name servers deny it (RFC
 * 8767). It waits for the end of an outage of this machine, but no longer than `patience` from its start. `now` in milliseconds.
 */
export function createResolver(
  now: () => number,
  patience: number,
  ask: Lookup = lookup,
  isOnline = hasWayOut,
): Resolver {
  const turns = inTurn(ask, mostAtOnce);
  const patient = createPatientLookup(turns.lookup, now, patience, isOnline);
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
      const tell: Parameters<Lookup>[2] = (error, addresses) => {
        waiting.delete(hostname);
        if (error === null) remember(hostname, addresses);
        const isStale = error !== null && remembered !== undefined && !isNoSuchName(error);
        for (const one of all) {
          if (isStale) one(null, remembered.addresses);
          else one(error, error === null ? addresses : []);
        }
      };
      if (remembered === undefined) patient.lookup(hostname, tell);
      else patient.lookupNow(hostname, tell);
    },
    isResolving: (hostname) => waiting.has(hostname),
    isQueued: turns.isQueued,
    doubt: (hostname) => {
      const remembered = known.get(hostname);
      if (remembered !== undefined) known.set(hostname, { ...remembered, until: now() });
    },
    isDown: () => patient.isDown(),
    close: () => patient.close(),
  };
}
