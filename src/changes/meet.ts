import type { Judged } from '../model/judged.js';
import type { Text } from '../model/text.js';
import { contentKey } from './content.js';
import { createHostCensus, decidingOrigin, type HostCensus } from './host-census.js';
import { takeInventory, type Inventory, type Traits } from './inventory.js';
import type { Side } from './side.js';

/** A row of each run that are one address; `before` is -1 if the address was not known. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** A link that does not open though it did, or that is new and does not open. */
export interface Breakage extends Pair {
  readonly origin: string;
  readonly reason: Text | null;
  /** The server says that it has none: nothing that comes and goes. */
  readonly isMissing: boolean;
}

/** A link that opens though it did not. */
export interface Repair extends Pair {
  readonly origin: string;
}

/** An address that opened by itself and now leads elsewhere. */
export interface Redirection extends Pair {
  readonly to: string;
}

/** Two runs side by side. Nothing is said yet of what only one of them knows. */
export interface Meeting {
  readonly before: Inventory;
  readonly after: Inventory;
  readonly hosts: HostCensus;
  readonly broken: readonly Breakage[];
  readonly repaired: readonly Repair[];
  /** Both open; their content may differ. */
  readonly different: readonly Pair[];
  readonly redirected: readonly Redirection[];
  /** Rows of the later run that open, and that the earlier did not know. */
  readonly arrived: readonly number[];
  /** Rows of the earlier run that the later does not know. */
  readonly absent: readonly number[];
}

/** Reads both runs, each once. Memory: the inventories, and a few numbers for each difference. */
export function meet(earlier: Side, later: Side): Meeting {
  const hosts = createHostCensus();
  const before = takeInventory(earlier, (_, judged, { state }) => hosts.note('before', judged, state));
  const known = new Uint8Array(before.urls.size());
  const differences = createDifferences(before);
  const after = takeInventory(later, (row, judged, traits) => {
    hosts.note('after', judged, traits.state);
    const was = before.urls.find(judged.resource.url);
    if (was >= 0) known[was] = 1;
    const past = was < 0 ? null : before.traitsOf(was);
    differences.note({ before: was, after: row }, judged, traits, past);
  });
  const absent: number[] = [];
  for (let row = 0; row < known.length; row++) if (known[row] === 0) absent.push(row);
  return { before, after, hosts, ...differences.found(), absent };
}

type Found = Pick<Meeting, 'broken' | 'repaired' | 'different' | 'redirected' | 'arrived'>;

/** Collects what is different while the later run is read. */
function createDifferences(before: Inventory): {
  readonly note: (pair: Pair, judged: Judged, traits: Traits, past: Traits | null) => void;
  readonly found: () => Found;
} {
  /** What is only the end of another's redirects: the other says it all. */
  const ends = new Set<string>();
  const broken: (Breakage & { readonly url: string })[] = [];
  const repaired: Repair[] = [];
  const different: Pair[] = [];
  const redirected: Redirection[] = [];
  const arrived: number[] = [];

  const noteBroken = (pair: Pair, judged: Judged): void => {
    broken.push({ ...breakageOf(judged, pair), url: judged.resource.url });
    if (judged.end !== null && judged.hops.length > 0) ends.add(judged.end.url);
  };
  const noteOpenTwice = (pair: Pair, judged: Judged, { redirects }: Traits, past: Traits): void => {
    if (past.subject === 'other' || past.redirects) return;
    if (redirects) redirected.push({ ...pair, to: judged.end?.url ?? '' });
    else if (!before.content.holds(pair.before, contentKey(judged.resource))) different.push(pair);
  };
  const noteOpen = (pair: Pair, judged: Judged, traits: Traits, past: Traits | null): void => {
    if (past?.state === 'broken') repaired.push({ ...pair, origin: decidingOrigin(judged) });
    else if (past?.state === 'opens') noteOpenTwice(pair, judged, traits, past);
    else if (past === null && !traits.redirects && traits.subject !== 'other') arrived.push(pair.after);
  };
  return {
    note: (pair, judged, traits, past) => {
      if (traits.state === 'opens') noteOpen(pair, judged, traits, past);
      else if (traits.state === 'broken' && (past === null || past.state === 'opens'))
        noteBroken(pair, judged);
    },
    found: () => ({
      broken: broken.filter(({ url }) => !ends.has(url)),
      repaired,
      different,
      redirected,
      arrived,
    }),
  };
}

function breakageOf(judged: Judged, pair: Pair): Breakage {
  const { outcome } = judged.end ?? judged.resource;
  return {
    ...pair,
    origin: decidingOrigin(judged),
    reason: judged.verdicts[0]?.reason ?? null,
    isMissing: outcome.kind === 'fetched' && outcome.status < 500,
  };
}
