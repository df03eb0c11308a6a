import { SetupError } from '../../model/problem.js';
import { byKind, changeKinds, type HeadsUp } from '../../model/change.js';
import type { Run } from '../../model/snapshot.js';
import type { Store } from '../../store/store.js';
import {
  keepUndelivered,
  readUndelivered,
  type Channel,
  type Message,
  type Undelivered,
} from '../kept/undelivered.js';
import { notifyOfChanges } from './notify.js';
import type { World } from '../context/world.js';

/** What one run has to tell. */
interface News {
  readonly store: Store;
  readonly run: Run;
  readonly channels: readonly Channel[];
  /** What no run told before; `undefined` where it is not known. */
  readonly changes: HeadsUp | undefined;
}

/** Tells every channel what changed, and what earlier runs could not deliver to it. Never fails the run. */
export async function tellChannels({ store, run, channels, changes }: News, world: World): Promise<void> {
  if (channels.length === 0 || changes === undefined) return;
  const waiting = readUndelivered(store, run);
  const messages = channels.map((channel) => ({ channel, changes: joined(waiting.of(channel), changes) }));
  const isNothing = messages.every((message) => message.changes.changes.length === 0);
  if (isNothing) return;
  // Before it is sent, since the run may be cut short meanwhile, and no other one would tell it.
  keep(store, run, messages, world);
  keep(store, run, await notifyOfChanges(messages, world), world);
}

function keep(store: Store, run: Run, messages: readonly Message[], { log }: World): void {
  try {
    keepUndelivered(store, run, messages);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    log.warn('what cannot be delivered is not kept for the next run', { error: error.message });
  }
}

/** One message of both. */
function joined(earlier: Undelivered | null, tonight: HeadsUp): HeadsUp {
  if (earlier === null) return tonight;
  const totals = { ...tonight.totals };
  for (const kind of changeKinds) totals[kind] += earlier.totals[kind];
  return {
    ...tonight,
    before: earlier.before.start < tonight.before.start ? earlier.before : tonight.before,
    totals,
    changes: [...earlier.changes, ...tonight.changes].sort(byKind),
  };
}
