import { isTaskAddress, lostDocumentId, lostDocumentRules } from '../model/lost-document.js';
import type { Report } from '../model/report.js';
import { isLost, unopened } from '../model/task-report.js';
import type { Ledger } from './ledger.js';

/** Ids that findings of documents had which a list alone names and which can be had tonight: no address opens to tell that. */
export function findDocumentsHad(
  entries: Ledger['entries'],
  { tasks }: Pick<Report, 'tasks'>,
): ReadonlySet<string> {
  if (!Object.values(entries).some(({ url }) => isTaskAddress(url))) return new Set();
  const had = tasks
    .flatMap(({ documents }) => documents)
    .filter(({ state }) => state !== null && !isLost(state) && !unopened.has(state));
  return new Set(had.flatMap((document) => lostDocumentRules.map((rule) => lostDocumentId(rule, document))));
}
