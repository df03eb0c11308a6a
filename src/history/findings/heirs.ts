import type { Finding } from '../../model/report.js';
import { isTaskAddress } from '../../model/lost-document.js';
import type { Ledger } from '../ledger.js';

/**
 * Finds new findings that take the place of old ones: the same resource may be broken by another rule than before (404, then
 * 410), which is no new trouble. Returns the id of the old finding by that of the new one.
 */
export function findHeirs(
  entries: Ledger['entries'],
  found: readonly Finding[],
): ReadonlyMap<string, string> {
  const present = new Set(found.map(({ id }) => id));
  const orphans = new Map<string, string>();
  for (const [id, { url, verdict, course }] of Object.entries(entries)) {
    if (!present.has(id) && course.endsWith('!') && !isTaskAddress(url)) orphans.set(`${verdict} ${url}`, id);
  }
  const heirs = new Map<string, string>();
  for (const { id, url, verdict } of found) {
    const trouble = `${verdict} ${url}`;
    const orphan = orphans.get(trouble);
    if (orphan === undefined || entries[id] !== undefined) continue;
    heirs.set(id, orphan);
    orphans.delete(trouble);
  }
  return heirs;
}
