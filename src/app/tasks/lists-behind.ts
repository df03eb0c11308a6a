import type { Run } from '../../model/snapshot.js';
import { sourceName } from '../../model/snapshot.js';
import type { Store } from '../../store/store.js';
import type { StoredSnapshot } from '../../store/snapshot/stored-snapshot.js';
import { look } from '../judging/recall/runs-before.js';
import { taskTablesOf } from '../reading/task-tables.js';
import { olderRuns } from '../runs/older-runs.js';

/** Of pages that do not open in a run: those whose task tables, when one of the runs before it last read them, named a task. */
export function listsBehind(
  closed: ReadonlySet<string>,
  ids: readonly string[],
  run: Run,
  store: Store,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>(ids.map((id) => [id, []]));
  const left = new Set(closed);
  for (const older of left.size === 0 ? [] : olderRuns(store, run)) {
    for (const { url, named } of look({ store }, older.id, (snapshot) => readTables(snapshot, left)) ?? []) {
      left.delete(url);
      for (const id of named) found.get(id)?.push(url);
    }
    if (left.size === 0) break;
  }
  return found;
}

interface PageTables {
  readonly url: string;
  /** The ids of the tasks in them. */
  readonly named: ReadonlySet<string>;
}

/** The task tables of those of some pages that a run has read. */
function readTables(snapshot: StoredSnapshot, urls: ReadonlySet<string>): readonly PageTables[] {
  const titles = new Map(snapshot.run.sources.map((source) => [source.id, sourceName(source)]));
  return [...snapshot.resources(({ url }) => urls.has(url))]
    .filter(({ page }) => page !== null)
    .map((resource) => ({
      url: resource.url,
      named: new Set(taskTablesOf(resource, titles).map(({ id }) => id)),
    }));
}
