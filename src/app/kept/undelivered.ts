import { join } from 'node:path';
import { z } from 'zod';
import { fingerprint } from '../../kit/fingerprints/fingerprint.js';
import { headsUpSchema, type HeadsUp } from '../../model/change.js';
import type { Run } from '../../model/snapshot.js';
import type { Store } from '../../store/store.js';
import { nameWalk } from '../runs/same-walk.js';
import type { FullConfig } from '../context/config.js';
import { readKeptJson, writeKept } from './file.js';

/** Where somebody is told of changes. */
export type Channel = FullConfig['notify'][number];

/** What one channel is to be told. */
export interface Message {
  readonly channel: Channel;
  readonly changes: HeadsUp;
}

/** What a channel is still to be told; `totals` count what is not listed any more, too. */
const undelivered = headsUpSchema.pick({ before: true, totals: true, changes: true });
export type Undelivered = Readonly<z.infer<typeof undelivered>>;

/** Bumped when an older version could not read it. */
const version = 1;

const schema = z.object({
  version: z.literal(version),
  /** By walk, the latest first, and by channel. */
  walks: z.array(z.tuple([z.string(), z.record(z.string(), undelivered)])),
});

/** Where it is kept in a store, and in what form. */
export const keptUndelivered = { name: 'undelivered.json', version, schema };

/** More than a message shows. */
const mostChanges = 500;
const mostWalks = 100;

/** What earlier runs of the same walk could not deliver. */
export function readUndelivered(
  store: Store,
  run: Run,
): { readonly of: (channel: Channel) => Undelivered | null } {
  const [, channels = {}] = readAll(store).find(([walk]) => walk === nameWalk(run)) ?? [];
  return { of: (channel) => channels[nameChannel(channel)] ?? null };
}

/** Keeps these for the next run of the same walk, and no others of it. Throws a `SetupError` if the store cannot be written. */
export function keepUndelivered(store: Store, run: Run, messages: readonly Message[]): void {
  const all = readAll(store);
  const others = all.filter(([walk]) => walk !== nameWalk(run)).slice(0, mostWalks - 1);
  if (messages.length === 0 && others.length === all.length) return;
  const kept = messages.map(({ channel, changes: { before, totals, changes } }) => [
    nameChannel(channel),
    { before, totals, changes: changes.slice(0, mostChanges) },
  ]);
  const walks = messages.length === 0 ? others : [[nameWalk(run), Object.fromEntries(kept)], ...others];
  writeKept(join(store.directory, keptUndelivered.name), `${JSON.stringify({ version, walks })}\n`);
}

function readAll({ directory }: Store): z.infer<typeof schema>['walks'] {
  return readKeptJson(join(directory, keptUndelivered.name), schema)?.walks ?? [];
}

/** Tells channels apart without their addresses, which are as good as passwords. */
function nameChannel({ kind, url }: Channel): string {
  return fingerprint(`${kind} ${url}`);
}
