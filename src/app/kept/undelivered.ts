import { join } from 'node:path';
import { z } from 'zod';
import { fingerprint } from '../../kit/fingerprint.js';
import { headsUpSchema } from '../../model/change.js';
import type { Run } from '../../model/snapshot.js';
import type { Store } from '../../store/store.js';
import { nameWalk } from '../judging/same-walk.js';
import type { Letter, Target } from '../notify.js';
import { readKeptJson, writeKept } from './file.js';

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
): { readonly of: (target: Target) => Undelivered | null } {
  const [, letters = {}] = readAll(store).find(([walk]) => walk === nameWalk(run)) ?? [];
  return { of: (target) => letters[nameTarget(target)] ?? null };
}

/** Keeps these for the next run of the same walk, and no others of it. Throws a `SetupError` if the store cannot be written. */
export function keepUndelivered(store: Store, run: Run, letters: readonly Letter[]): void {
  const all = readAll(store);
  const others = all.filter(([walk]) => walk !== nameWalk(run)).slice(0, mostWalks - 1);
  if (letters.length === 0 && others.length === all.length) return;
  const kept = letters.map(({ target, changes: { before, totals, changes } }) => [
    nameTarget(target),
    { before, totals, changes: changes.slice(0, mostChanges) },
  ]);
  const walks = letters.length === 0 ? others : [[nameWalk(run), Object.fromEntries(kept)], ...others];
  writeKept(join(store.directory, keptUndelivered.name), `${JSON.stringify({ version, walks })}\n`);
}

function readAll({ directory }: Store): z.infer<typeof schema>['walks'] {
  return readKeptJson(join(directory, keptUndelivered.name), schema)?.walks ?? [];
}

/** Tells channels apart without their addresses, which are as good as passwords. */
function nameTarget({ kind, url }: Target): string {
  return fingerprint(`${kind} ${url}`);
}
