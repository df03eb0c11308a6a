import { compareTexts } from '../../kit/text/compare-texts.js';
import { originOf } from '../../kit/urls/url.js';
import { isLeftOut, type Judged } from '../../model/judged.js';
import { tooDeepNote, type Resource } from '../../model/resource.js';
import { sourceName, type Run, type Snapshot } from '../../model/snapshot.js';
import type { TaskRow } from '../../model/task.js';
import type { DocumentState, TaskAnswer, TaskReconciliation, TaskReport } from '../../model/task-report.js';
import { opens, type Verdict } from '../../model/verdict.js';
import type { Holding } from '../../tasks/reconcile/holdings.js';
import { readHoldings, type LibraryPlace } from '../../tasks/reconcile/library.js';
import { reconcile } from '../../tasks/reconcile/reconcile.js';
import { judgeSearches } from '../../tasks/searching/judge-searches.js';
import { isAbsent } from '../../verdicts/absence.js';
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

/** Addresses of pages whose links a run did not follow. */
export interface Unfollowed {
  /** They did not open. */
  readonly closed: ReadonlySet<string>;
  /** They lie beyond where the run was to go. */
  readonly beyond: ReadonlySet<string>;
}

/** Reads what older runs saw behind pages that were not followed now; once for each run that knows of any. */
export type ReadBehind = <Value>(
  unfollowed: Unfollowed,
  read: (hidden: Snapshot) => Value,
) => readonly Value[];

/** Starts one pass over a snapshot. Pure, but for `readBehind`, which is called where documents seem to be lost. */
export function createTaskReconciler(
  snapshot: Snapshot,
  { lists, glossary, searches }: KeptLists,
  readBehind: ReadBehind = () => [],
): TaskReconciler {
  const verdicts = new Map<number, Verdict>();
  const results = new Map<string, number>();
  const places = placesOf(snapshot.run);
  const titles = new Map(snapshot.run.sources.map((source) => [source.id, sourceName(source)]));
  const listed = new Set(lists.map(({ name }) => name));
  const listedRows = lists.flatMap((list) => list.rows);
  const tableRows: TaskRow[] = [];
  const closed = new Set<string>();
  const beyond = new Set<string>();
  const isOfPortal = portalsOf(snapshot.run);

  const note = (judged: Judged): void => {
    const {
      resource,
      verdicts: [gravest],
    } = judged;
    if (resource.source !== null && !opens(gravest) && !isAbsent(judged) && !isLeftOut(judged))
      closed.add(resource.url);
    else if (isOfPortal(resource) && liesBeyond(judged)) beyond.add(resource.url);
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
    const answer = (behind: readonly (readonly Holding[])[]): TaskReport =>
      reconcile({
        rows,
        snapshot,
        verdictOf: (id) => verdicts.get(id) ?? null,
        places,
        glossary,
        behind,
        ...(only === undefined ? {} : { only }),
      });
    const seen = answer([]);
    const isWorthAsking = closed.size + beyond.size > 0 && seen.tasks.some(seemsToLack);
    const behind = isWorthAsking
      ? readBehind({ closed, beyond }, (hidden) => readHoldings(hidden, places))
      : [];
    const report = behind.length === 0 ? seen : answer(behind);
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

/** Where documents ought to be: at every source, unless some are said to be libraries. */
function placesOf({ sources }: Run): readonly LibraryPlace[] {
  const libraries = sources.filter(({ library }) => library);
  return (libraries.length > 0 ? libraries : sources).map((source) => ({
    id: source.id,
    title: sourceName(source),
    sources: [source.id],
  }));
}

/** Tells of resources whether a source walks them, or would if its scope were wider. */
function portalsOf({ sources }: Run): (resource: Resource) => boolean {
  const origins = new Set(sources.flatMap(({ seeds }) => seeds.map(originOf)));
  return ({ source, url }) => source !== null || origins.has(originOf(url));
}

/** Whether it opened, or was left out, and what it leads to was left out, too: another run may go on from there. */
function liesBeyond(judged: Judged): boolean {
  const { resource, verdicts } = judged;
  if (isLeftOut(judged)) return true;
  return opens(verdicts[0]) && (resource.source === null || resource.signals[tooDeepNote] !== undefined);
}

const lacking: ReadonlySet<DocumentState> = new Set(['elsewhere', 'possibly-renamed', 'missing']);

/** Whether a place has not all that a task needs, as far as was seen. */
function seemsToLack({ documents }: TaskAnswer): boolean {
  return documents.some(({ places }) => places.some(({ state }) => lacking.has(state)));
}

/** Rows of one page stay in its order. */
function byPage({ where: { file: one = '' } }: TaskRow, { where: { file: other = '' } }: TaskRow): number {
  return compareTexts(one, other);
}
