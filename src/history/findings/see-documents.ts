import { isTaskAddress, lostDocumentId, lostDocumentRules } from '../../model/lost-document.js';
import type { Report } from '../../model/report.js';
import type { Sight, Sighted } from '../../model/sight.js';
import { availabilityOf, type Availability } from '../../model/task-report.js';

/** A finding of an earlier run. */
type Remembered = Readonly<Record<'id' | 'url', string>>;

/** Whether a list that the configuration names could not be read, so that nobody knows what it alone leads to. */
export function missesList({ findings }: Pick<Report, 'findings'>): boolean {
  return findings.some(({ rule }) => rule === 'task-list');
}

/**
 * What a run knows of earlier findings, those of documents included that a list alone names: there no address opens to tell that
 * one can be had. While a list cannot be read, nothing that is not seen is absent, since the list alone may have led there.
 */
export function seeDocuments(
  report: Pick<Report, 'tasks' | 'findings'>,
  { stateOf }: Pick<Sight, 'stateOf'>,
): (finding: Remembered) => Sighted {
  const isListMissed = missesList(report);
  const settle = (state: Sighted): Sighted => (state === 'absent' && isListMissed ? 'unknown' : state);
  let named: ReadonlyMap<string, Availability> | null = null;
  return ({ id, url }) => {
    if (!isTaskAddress(url)) return settle(stateOf(url));
    const availability = (named ??= availabilities(report.tasks)).get(id);
    if (availability !== undefined) return availability === 'available' ? 'opens' : 'unknown';
    // No list that was read names it any more; a list that is a page was read if that opens.
    return settle(stateOf(url.replace(/#.*$/s, '')) === 'unknown' ? 'unknown' : 'absent');
  };
}

/** By the ids that findings of documents have, or would have. */
function availabilities(tasks: Report['tasks']): ReadonlyMap<string, Availability> {
  const documents = tasks.flatMap((task) => task.documents);
  return new Map(
    documents.flatMap((document) =>
      lostDocumentRules.map((rule) => [lostDocumentId(rule, document), availabilityOf(document.state)]),
    ),
  );
}
