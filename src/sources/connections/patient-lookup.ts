import { noFiles, noResolver } from '../../kit/shortage.js';
import { isLoopback } from './private-address.js';
import { question, wholeQuestion, type Lookup } from './lookup.js';
import { isNoSuchName, isOfSystem, lookupError } from './lookup-error.js';

const pause = 2000;

/** Every name server that leads to the internet knows this name. */
const wellKnown = 'a.root-servers.net';
/** RFC 6761 §6.4: nobody has such a name, and nobody is to be asked. */
const invalid = /(^|\.)invalid\.?$/;

type Found = Parameters<Lookup>[2];

/** Looks names up, and tells trouble of this machine from that of names. */
export interface PatientLookup {
  /** Waits where it is this machine that cannot look names up. */
  readonly lookup: (hostname: string, found: Found) => void;
  /** Waits for nothing. */
  readonly lookupNow: (hostname: string, found: Found) => void;
  /** Whether this machine could look up no name the last time. */
  readonly isDown: () => boolean;
  /** Waits for nothing any more. */
  readonly close: () => void;
}

/**
 * Looks up names as `ask` does, but tells a name that cannot be found from an outage of this machine, in which it can look up none:
 * then the name found last cannot be found either, or if there is none, one that everybody knows. The end of an outage is waited
 * for, with so much `patience` from its start. `now` in milliseconds.
 */
export function createPatientLookup(ask: Lookup, now: () => number, patience: number): PatientLookup {
  let witness: string | null = null;
  let downSince: number | null = null;
  const consulted = new Map<string, ((ours: NodeJS.ErrnoException | null) => void)[]>();
  const pauses = new Set<NodeJS.Timeout>();

  /** Tells what is wrong with this machine where a name could not be looked up; `null` if that is the name's own trouble. */
  const consult = (about: string, told: (ours: NodeJS.ErrnoException | null) => void): void => {
    const name = witness === null || witness === about ? wellKnown : witness;
    const others = consulted.get(name);
    if (others !== undefined) {
      others.push(told);
      return;
    }
    const all = [told];
    consulted.set(name, all);
    ask(name, question, (error) => {
      consulted.delete(name);
      // A closed network may not know the names of the internet.
      const isClosed = witness === null && error !== null && isNoSuchName(error);
      const ours = error === null || isClosed ? null : oursBehind(error);
      for (const one of all) one(ours);
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
          witness = hostname;
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

  /** Nobody has a name, or this machine was not told of its addresses, as they are of a kind that it has none of. */
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
