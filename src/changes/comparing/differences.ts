import type { Judged } from '../../model/judged.js';
import type { Text } from '../../model/text.js';
import { contentKey } from '../intake/content.js';
import { decidingOrigin, isFailure } from '../intake/host-availability.js';
import type { Intake } from '../intake/intake.js';
import type { Traits } from '../intake/traits.js';

/** The rows of one address in both runs; `before` is -1 if the earlier did not know it. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** A link that does not open though it did, or that is new and does not open. */
export interface Breakage extends Pair {
  readonly origin: string;
  readonly reason: Text | null;
  /** The server says that it does not exist, so this is no passing trouble. */
  readonly isMissing: boolean;
  /** The row at the end of its redirects; -1 if it has none. */
  readonly end: number;
}

/**
 * A link that opens though it did not, or cannot be told of any more though it failed as when a host is down; and the host that
 * it did not open for.
 */
export interface Repair extends Pair {
  readonly origin: string;
}

/** An address that opened by itself and now leads elsewhere. */
export interface Redirection extends Pair {
  readonly to: string;
}

/** What the later run has otherwise than the earlier. */
export interface Differences {
  readonly broken: readonly Breakage[];
  readonly repaired: readonly Repair[];
  /** Both open; their content may differ. */
  readonly different: readonly Pair[];
  /** Opens by itself; the earlier run knew the address and did not see what is there. */
  readonly reopened: readonly Pair[];
  readonly redirected: readonly Redirection[];
  /** Rows of the later run that open, and that the earlier did not know. */
  readonly arrived: readonly number[];
}

/** Differences while they are collected. */
export interface DifferenceTaking {
  readonly note: (pair: Pair, judged: Judged, past: Traits) => void;
  /** Notes only that a row broke, was repaired or now leads elsewhere. */
  readonly noteTurn: (pair: Pair, judged: Judged, past: Traits) => void;
  /** Notes a row of the later run that the earlier did not know. */
  readonly noteUnknown: (row: number) => void;
  readonly found: () => Differences;
}

/** Collects what is different while the earlier run is read. */
export function createDifferences({
  inventory: after,
  broken: nowBroken,
  destinations,
}: Intake): DifferenceTaking {
  const broken: Breakage[] = [];
  const repaired: Repair[] = [];
  const different: Pair[] = [];
  const reopened: Pair[] = [];
  const redirected: Redirection[] = [];
  const arrived: number[] = [];

  const noteBroken = (pair: Pair): void => {
    const found = nowBroken.get(pair.after);
    if (found === undefined) return;
    const { origin, reason, isMissing, end } = found;
    broken.push({ ...pair, origin, reason, isMissing, end: end === null ? -1 : after.urls.find(end) });
  };
  const noteRepaired = (pair: Pair, judged: Judged): void => {
    repaired.push({ ...pair, origin: decidingOrigin(judged) });
  };
  const noteOpenTwice = (pair: Pair, judged: Judged, past: Traits, present: Traits): void => {
    if (past.subject === 'other' || past.redirects || present.redirects) return;
    if (present.subject === 'other' || !after.content.holds(pair.after, contentKey(judged.resource)))
      different.push(pair);
  };
  const noteTurn = (pair: Pair, judged: Judged, past: Traits): void => {
    const present = after.traitsOf(pair.after);
    if (present.state === 'broken' && past.state === 'opens') noteBroken(pair);
    if (present.state === 'opens' && past.state === 'broken') noteRepaired(pair, judged);
    if (present.state === 'opens' && present.redirects && isContent(past))
      redirected.push({ ...pair, to: destinations.get(pair.after) ?? '' });
  };
  return {
    note: (pair, judged, past) => {
      const present = after.traitsOf(pair.after);
      if (past.state !== 'opens' && isContent(present)) reopened.push(pair);
      if (past.state === 'broken' && present.state === 'unknown' && isFailure(judged))
        noteRepaired(pair, judged);
      noteTurn(pair, judged, past);
      if (present.state === 'opens' && past.state === 'opens') noteOpenTwice(pair, judged, past, present);
    },
    noteTurn,
    noteUnknown: (row) => {
      const traits = after.traitsOf(row);
      if (traits.state === 'broken') noteBroken({ before: -1, after: row });
      else if (isContent(traits)) arrived.push(row);
    },
    found: () => ({ broken, repaired, different, reopened, redirected, arrived }),
  };
}

/** It opens and has content of its own that may change. */
function isContent({ state, redirects, subject }: Traits): boolean {
  return state === 'opens' && !redirects && subject !== 'other';
}
