import { isRedacted } from '../../kit/urls/redact.js';
import type { Recorder } from '../../model/recorder.js';
import type { Resource } from '../../model/resource.js';
import type { Beginning } from '../../model/walk.js';
import { number } from '../database/cells.js';
import type { Database } from '../database/database.js';
import { pagesThatLeadToSecrets } from '../snapshot/memory.js';
import { createMentions, type Mention } from '../rows/mentions.js';
import { createRecorder } from './recorder.js';
import { journaling } from '../database/schema.js';
import { readSnapshot, type StoredSnapshot } from '../snapshot/stored-snapshot.js';
import { readWaiting, replaceWaiting } from '../rows/waiting.js';

/** Decides whether a resource still holds when its run is resumed, by what was recorded and whether its links were. */
export type Holds = (resource: Resource, hasLinks: boolean) => boolean;

/** A run that was resumed. */
export interface Resumed {
  /** What it has settled; to be read before anything is recorded. */
  readonly beginning: Beginning;
  /** Records into the same run, and closes its file at the end. */
  readonly recorder: Recorder;
}

/** Turns a run back into one that has not ended, without what does not hold: that is to be seen again, under the same ids. */
export function resumeRun(database: Database, file: string, holds: Holds): Resumed {
  database.execute(journaling);
  const snapshot = readSnapshot(database, file);
  forget(database, snapshot, holds);
  const mentions = createMentions();
  for (const [id] of readWaiting(database)) mentions.know(id);
  for (const id of idsOf(database, 'true')) mentions.settle(id);
  const run = { ...snapshot.run, endedAt: null, complete: false, limitsReached: [] };
  const recorder = createRecorder(database, file, run, mentions);
  const provisional = new Set(idsOf(database, 'provisional = 1'));
  return {
    recorder,
    beginning: {
      urls: snapshot.waiting,
      resources: () => snapshot.resources(),
      links: (id) => snapshot.entry(id)?.links ?? null,
      isProvisional: (id) => provisional.has(id),
    },
  };
}

/**
 * Moves what does not hold to what is waiting. URLs without their secrets cannot be asked for: they are dropped, and whatever
 * leads to them is to be seen again.
 */
function forget(database: Database, snapshot: StoredSnapshot, holds: Holds): void {
  const secret = snapshot.redacted();
  const leading = pagesThatLeadToSecrets(snapshot);
  const linking = new Set(idsOf(database, 'links IS NOT NULL'));
  const leadsToSecret = ({ id, outcome }: Resource): boolean =>
    leading.has(id) ||
    (outcome.kind === 'fetched' && outcome.location !== null && isRedacted(outcome.location));
  const forgotten: Mention[] = [];
  for (const resource of snapshot.resources()) {
    const { id, url } = resource;
    const isKept = !secret.has(id) && !leadsToSecret(resource) && holds(resource, linking.has(id));
    if (!isKept) forgotten.push([id, url]);
  }
  const remove = database.prepare('DELETE FROM resource WHERE id = ?');
  database.execute('BEGIN IMMEDIATE');
  for (const [id] of forgotten) remove.run(id);
  const waiting = new Map([...readWaiting(database), ...forgotten]);
  replaceWaiting(
    database,
    [...waiting].filter(([id]) => !secret.has(id)),
  );
  database.execute('COMMIT');
}

function idsOf(database: Database, condition: string): readonly number[] {
  const rows = database.prepare(`SELECT id FROM resource WHERE ${condition}`).all();
  return rows.map(([id]) => number(id));
}
