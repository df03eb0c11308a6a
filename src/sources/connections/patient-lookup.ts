import { noResolver } from '../../kit/shortage.js';
import { question, type Lookup } from './lookup.js';

/** Milliseconds from the start of an outage; less than a request may take in all. */
const patience = 60_000;
const pause = 2000;

type Found = Parameters<Lookup>[2];

/** Whether nobody could say anything about a name, be it for now. */
export function isUnanswered({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EAI_AGAIN' || code === noResolver;
}

/** Looks names up, and waits where it is this machine that cannot. */
export interface PatientLookup {
  readonly lookup: (hostname: string, found: Found) => void;
  /** Waits for nothing any more. */
  readonly close: () => void;
}

/**
 * Looks up names as `ask` does, but tells a name that its name servers do not answer for from an outage of this machine, in which
 * it can look up none: then the name found last is not answered for either. The end of an outage is waited for. `now` in
 * milliseconds.
 */
export function createPatientLookup(ask: Lookup, now: () => number): PatientLookup {
  let witness: string | null = null;
  let downSince: number | null = null;
  let consulting: ((isDown: boolean) => void)[] | null = null;
  const pauses = new Set<NodeJS.Timeout>();

  const consult = (name: string, told: (isDown: boolean) => void): void => {
    if (consulting !== null) {
      consulting.push(told);
      return;
    }
    const all = (consulting = [told]);
    ask(name, question, (error) => {
      consulting = null;
      const isDown = error !== null && isUnanswered(error);
      for (const one of all) one(isDown);
    });
  };

  const later = (call: () => void): void => {
    const timer = setTimeout(() => {
      pauses.delete(timer);
      call();
    }, pause);
    pauses.add(timer);
  };

  const lookup = (hostname: string, found: Found): void => {
    ask(hostname, question, (error, addresses) => {
      if (error === null) {
        witness = hostname;
        downSince = null;
        found(null, addresses);
        return;
      }
      if (witness === null || !isUnanswered(error)) {
        found(error, []);
        return;
      }
      const wasDown = downSince !== null;
      consult(witness, (isDown) => {
        downSince = isDown ? (downSince ?? now()) : null;
        if (downSince === null) {
          if (wasDown) lookup(hostname, found);
          else found(error, []);
        } else if (now() - downSince < patience) later(() => lookup(hostname, found));
        else found(Object.assign(new Error('no name can be looked up'), { code: noResolver }), []);
      });
    });
  };
  return {
    lookup,
    close: () => {
      for (const timer of pauses) clearTimeout(timer);
      pauses.clear();
    },
  };
}
