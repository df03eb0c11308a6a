import { compareTexts } from '../../kit/text/compare-texts.js';
import type { Judged } from '../../model/judged.js';
import { sourceName, type Snapshot } from '../../model/snapshot.js';
import type { TaskRow } from '../../model/task.js';
import type { TaskReconciliation } from '../../model/task-report.js';
import { opens, type Verdict } from '../../model/verdict.js';
import { reconcile } from '../../tasks/reconcile/reconcile.js';
import { judgeSearches } from '../../tasks/searching/judge-searches.js';
import type { KeptLists } from './kept-lists.js';
import { taskTablesOf } from '../reading/task-tables.js';

/** Notes resources as they are judged, and reconciles the tasks with them when all have been. */
export interface TaskReconciler {
  readonly through: (judged: Iterable<Judged>) => Iterable<Judged>;
  /** Notes all of them, where nobody else needs them. */
  readonly noteAll: (judged: Iterable<Judged>) => void;
  /** `null` if no list and no page names a task. `only`: answer for these alone. */
  readonly conclude: (only?: ReadonlySet<string>) => TaskReconciliation | null;
  /** The ids of all tasks, each once. */
  readonly ids: () => readonly string[];
}

/** Starts one pass over a snapshot. Pure. */
export function createTaskReconciler(
  snapshot: Snapshot,
  { lists, glossary, searches }: KeptLists,
): TaskReconciler {
  const verdicts = new Map<number, Verdict>();
  const results = new Map<string, number>();
  const sources = snapshot.run.sources.map((source) => ({
    id: source.id,
    title: sourceName(source),
    library: source.library,
  }));
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  const listed = new Set(lists.map(({ name }) => name));
  const listedRows = lists.flatMap((list) => list.rows);
  const tableRows: TaskRow[] = [];

  const note = ({ resource, verdicts: [gravest] }: Judged): void => {
    if (gravest !== undefined) verdicts.set(resource.id, gravest);
    if (resource.role === 'search') {
      if (resource.page !== null && opens(gravest)) results.set(resource.url, resource.id);
    } else if (!listed.has(resource.url)) tableRows.push(...taskTablesOf(resource, titles));
  };
  /** Pages are walked in any order. */
  const allRows = (): readonly TaskRow[] => [...listedRows, ...tableRows.sort(byPage)];
  const conclude = (only?: ReadonlySet<string>): TaskReconciliation | null => {
    const rows = allRows();
    if (rows.length === 0) return null;
    const libraries = sources.filter(({ library }) => library);
    const places = (libraries.length > 0 ? libraries : sources).map(({ id, title }) => ({
      id,
      title,
      sources: [id],
    }));
    const report = reconcile({
      rows,
      snapshot,
      verdictOf: (id) => verdicts.get(id) ?? null,
      places,
      glossary,
      ...(only === undefined ? {} : { only }),
    });
    return {
      report,
      remarks: judgeSearches({ snapshot, answers: report.tasks, templates: searches, results }),
    };
  };

  return {
    *through(judged) {
      for (const one of judged) {
        note(one);
        yield one;
      }
    },
    noteAll: (judged) => {
      for (const one of judged) note(one);
    },
    conclude,
    ids: () => [...new Set(allRows().map(({ id }) => id))],
  };
}

/** Rows of one page stay in its order. */
function byPage({ where: { file: one = '' } }: TaskRow, { where: { file: other = '' } }: TaskRow): number {
  return compareTexts(one, other);
}
