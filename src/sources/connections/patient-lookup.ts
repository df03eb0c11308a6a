import { noFiles, noResolver } from '../../kit/trouble/shortage.js';
import { isLoopback } from './private-address.js';
import { question, wholeQuestion, type Lookup } from './lookup.js';
import { isNoSuchName, isOfSystem, lookupError } from './lookup-error.js';

const pause = 2000;

/** Every name server that knows the names of the internet knows this one. */
const wellKnown = 'a.root-servers.net';
/** RFC 6761 §6.4: no host has such a name, and no name server is to be asked for one. */
const invalid = /(^|\.)invalid\.?$/;

type Found = Parameters<Lookup>[2];

/** Looks names up, and tells an outage of this machine from names that nobody has. */
export interface PatientLookup {
  /** Waits for the end of an outage of this machine. */
  readonly lookup: (hostname: string, found: Found) => void;
  /** Does not wait for that. */
  readonly lookupNow: (hostname: string, found: Found) => void;
  /** Whether this machine could look up no name the last time. */
  readonly isDown: () => boolean;
  /** Stops waiting. */
  readonly close: () => void;
}

/**
 * Looks up names as `ask` does, but tells a name that cannot be found from an outage of this machine, in which it can look up
 * none: then the name found last cannot be found either, or if there is none, a name that always exists. It waits for the end of
 * an outage, but no longer than `patience` from its start. `now` in milliseconds. `isOnline`: whether this machine has any
 * network.
 */
export function createPatientLookup(
  ask: Lookup,
  now: () => number,
  patience: number,
  isOnline: () => Promise<boolean>,
): PatientLookup {
  let lastFound: string | null = null;
  let downSince: number | null = null;
  const consulted = new Map<string, ((ours: NodeJS.ErrnoException | null) => void)[]>();
  const pauses = new Set<NodeJS.Timeout>();

  /** What is wrong with this machine where a name could not be looked up; `null` if it is the name that is wrong. */
  const consult = (about: string, told: (ours: NodeJS.ErrnoException | null) => void): void => {
    const name = lastFound === null || lastFound === about ? wellKnown : lastFound;
    const others = consulted.get(name);
    if (others !== undefined) {
      others.push(told);
      return;
    }
    const all = [told];
    const tell = (ours: NodeJS.ErrnoException | null): void => {
      consulted.delete(name);
      for (const one of all) one(ours);
    };
    consulted.set(name, all);
    ask(name, question, (error) => {
      if (error === null) tell(null);
      else if (lastFound !== null || !isNoSuchName(error)) tell(oursBehind(error));
      // A private network may not know the names of the internet. Without any network, some systems say that they do not exist.
      else void isOnline().then((isPrivate) => tell(isPrivate ? null : oursBehind(error)));
    });
  };

  const later = (call: () => void): void => {
    const timer = setTimeout(() => {
      pauses.delete(timer);
      call();
    }, pause);
    pauses.add(timer);
  };

  const lookupNow: PatientLookup['lookupNow'] = (hostname, found) => {
    if (invalid.test(hostname)) {
      queueMicrotask(() => found(lookupError('ENOTFOUND', 'nobody has such a name'), []));
      return;
    }
    ask(hostname, question, (error, addresses) => {
      if (error === null) {
        // No name server was asked for a name of this machine.
        if (!isLoopback(hostname)) {
          lastFound = hostname;
          downSince = null;
        }
        found(null, addresses);
        return;
      }
      if (isOfSystem(error)) {
        found(lookupError(noFiles, error.message), []);
        return;
      }
      const wasDown = downSince !== null;
      consult(hostname, (ours) => {
        if (ours?.code === noResolver) downSince ??= now();
        else downSince = null;
        // The outage ended meanwhile.
        if (ours === null && wasDown) lookupNow(hostname, found);
        else if (ours === null && isNoSuchName(error)) lookUpWhole(hostname, error, found);
        else found(ours ?? error, []);
      });
    });
  };

  /** No host has the name, or its addresses are of a kind that this machine has none of and is not told of. */
  const lookUpWhole = (hostname: string, error: NodeJS.ErrnoException, found: Found): void => {
    ask(hostname, wholeQuestion, (stillError, addresses) => {
      if (stillError === null) found(null, addresses);
      else found(error, []);
    });
  };

  const lookup: PatientLookup['lookup'] = (hostname, found) => {
    lookupNow(hostname, (error, addresses) => {
      const isWorthWaiting = error?.code === noResolver && now() - (downSince ?? 0) < patience;
      if (isWorthWaiting) later(() => lookup(hostname, found));
      else found(error, addresses);
    });
  };

  return {
    lookup,
    lookupNow,
    isDown: () => downSince !== null,
    close: () => {
      for (const timer of pauses) clearTimeout(timer);
      pauses.clear();
    },
  };
}

/** What the error of a name that could be looked up before says of this machine. */
function oursBehind(error: NodeJS.ErrnoException): NodeJS.ErrnoException {
  return isOfSystem(error)
    ? lookupError(noFiles, error.message)
    : lookupError(noResolver, 'no name can be looked up');
}
