import { mostRecalled } from '../../changes/runs.js';
import type { Store } from '../../store/store.js';
import { originOf, withoutRootSlash } from '../../kit/urls/url.js';
import type { Report } from '../../model/report.js';
import type { Sight } from '../../model/sight.js';
import type { Run } from '../../model/snapshot.js';
import type { JudgingOptions } from '../runs/run-options.js';
import { decidedIn } from './recall/in-one-run.js';
import { judgingBy, look, runsBefore } from './recall/runs-before.js';
import { isOpen } from './sight.js';

/**
 * When what broke, by itself or with its host, was last seen to open. The run compared with may be much older than that, and
 * where it could not see what broke, it is too young. Looks into older runs when it is first asked.
 */
export function lastOpened(
  store: Store,
  run: Run,
  report: Report,
  options: JudgingOptions,
): Sight['openedAt'] {
  let found: ReadonlyMap<string, string> | null = null;
  return (url) => (found ??= lookBack(store, run, report, options)).get(withoutRootSlash(url)) ?? null;
}

/** Start times by address, RFC 3339. */
function lookBack(
  store: Store,
  run: Run,
  { changes, findings }: Report,
  options: JudgingOptions,
): ReadonlyMap<string, string> {
  const broke = (changes?.changes ?? []).filter(
    ({ kind, evidence }) => kind === 'broke' && evidence[0]?.kind === 'state',
  );
  const hosts = new Set(broke.filter(({ subject }) => subject === 'host').map(({ url }) => originOf(url)));
  const behind = findings.filter(({ verdict, url }) => verdict === 'broken' && hosts.has(originOf(url)));
  const left = new Set([...broke, ...behind].map(({ url }) => url).slice(0, mostRecalled));
  const found = new Map<string, string>();
  const older = runsBefore(store, run, judgingBy(options));
  for (const { id, run: earlier } of left.size === 0 ? [] : older.runs()) {
    const start = new Date(earlier?.startedAt ?? 0).toISOString();
    for (const one of look(older, id, (snapshot) => decidedIn(snapshot, left, older.judging)) ?? []) {
      if (!isOpen(one)) continue;
      found.set(withoutRootSlash(one.resource.url), start);
      left.delete(one.resource.url);
      const origin = originOf(one.resource.url);
      // A host that is down is one finding, by its origin.
      if (hosts.has(origin) && !found.has(origin)) found.set(origin, start);
    }
    if (left.size === 0) break;
  }
  return found;
}
