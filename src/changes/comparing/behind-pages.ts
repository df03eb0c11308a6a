import { originOf } from '../../kit/urls/url.js';
import type { ChangeKind } from '../../model/change.js';
import type { Inventory } from '../intake/inventory.js';
import { traitsFrom, type Traits } from '../intake/traits.js';
import type { Earlier, Recall, Recollection } from '../runs.js';
import { align } from './align.js';
import { resourceBefore, urlAfter, urlBefore, type Comparison } from './comparison.js';
import type { ChangeDraft } from './draft.js';
import { findDrafts } from './find.js';
import { hiddenRows, closedRows, rowsWhere } from './hidden-rows.js';

/** What arrived or was updated behind pages is found by comparing with the earlier run and with what that recalls. */
const missed: ReadonlySet<ChangeKind> = new Set(['moved', 'removed', 'broke', 'fixed']);

/** What became of what was behind some pages, since a run that read them. */
interface ChangesBehind {
  readonly comparison: Comparison;
  readonly drafts: readonly ChangeDraft[];
  /** Rows of the later run that were there then. */
  readonly remembered: readonly number[];
  /** Rows of the earlier run that were there then, behind pages that the later could not read, either. */
  readonly kept: readonly number[];
  /** Pages that did not open in the run that was recalled. */
  readonly closed: readonly string[];
}

/**
 * What became of everything behind pages that the earlier run could not read, since the last run that read them. A page may have
 * failed behind another one before that failed, too: then an older run is the last that read it.
 */
export function changesBehindPages(comparison: Comparison): readonly ChangesBehind[] {
  const { before, alignment } = comparison;
  const found: ChangesBehind[] = [];
  const opening = closedRows(alignment.after, alignment.before).map((row) => urlAfter(comparison, row));
  let pages = new Set([...opening, ...closedPages(comparison)]);
  const asked = new Set<string>();
  while (pages.size > 0) {
    for (const page of pages) asked.add(page);
    const late = before.recall.whole([...pages]).map((one) => compareWith(one, comparison));
    found.push(...late);
    pages = new Set(late.flatMap(({ closed }) => closed).filter((page) => !asked.has(page)));
  }
  return withoutStale(found, before);
}

/**
 * What broke or was repaired behind pages while these did not open may have been seen, and told, where it was linked from
 * elsewhere.
 */
function withoutStale(found: readonly ChangesBehind[], { recall }: Earlier): readonly ChangesBehind[] {
  const addressOf = ({ comparison }: ChangesBehind, draft: ChangeDraft): string =>
    urlBefore(comparison, draft.before);
  const urls = found.flatMap((one) =>
    one.drafts.filter(({ kind }) => kind in stateAfter).map((draft) => addressOf(one, draft)),
  );
  const judged = urls.length === 0 ? undefined : recall.judged([...new Set(urls)]);
  const isStale = (one: ChangesBehind, draft: ChangeDraft): boolean => {
    const last = judged?.get(addressOf(one, draft));
    return last !== undefined && traitsFrom(last).state === stateAfter[draft.kind];
  };
  return found.map((one) => ({ ...one, drafts: one.drafts.filter((draft) => !isStale(one, draft)) }));
}

const stateAfter: Partial<Record<ChangeKind, Traits['state']>> = { broke: 'broken', fixed: 'opens' };

/**
 * Pages that the earlier run could not read, whatever became of them: what was behind them may now be linked from elsewhere, may
 * still be linked there and nowhere else, and where they are linked no more, it went with them.
 */
function closedPages(comparison: Comparison): readonly string[] {
  const { before, arrived, departed, broken } = comparison.alignment;
  if (arrived.length + departed.length === 0 && broken.every((one) => one.before >= 0)) return [];
  // Where a redirect leads is a row of its own.
  const isClosed = (row: number): boolean => {
    const { state, redirects } = before.traitsOf(row);
    return state !== 'opens' && !redirects;
  };
  return pagesAt(comparison, rowsWhere(before, isClosed));
}

function compareWith({ earlier: run, urls }: Recollection, now: Comparison): ChangesBehind {
  const { after, alignment, byName } = now;
  const earlier = askingOnlyOf(run, (url) => alignment.before.urls.find(url) < 0);
  const comparison: Comparison = { before: earlier, after, alignment: align(earlier, after), byName };
  const { before: past } = comparison.alignment;
  const firstDecided = new Set(comparison.alignment.firstDecided);
  const pages = urls.map((page) => past.urls.find(page)).filter((row) => row >= 0);
  const hidden = hiddenRows(earlier.snapshot, past, alignment.before, [...pages]);
  const rows = rowsWhere(past, (row) => hidden[row] === 1);
  const closedNow = new Set(closedRows(past, alignment.after));
  const stillClosed = [...pages, ...rows].filter((row) => closedNow.has(row));
  const unseen = hiddenRows(earlier.snapshot, past, alignment.after, stillClosed);
  return {
    comparison,
    drafts: findDrafts(comparison).filter(
      ({ kind, before: row, subject, url }) =>
        missed.has(kind) &&
        row >= 0 &&
        hidden[row] === 1 &&
        // That the host is back was told when the earlier run saw it.
        !(subject === 'host' && kind === 'fixed' && alignment.wasUp(originOf(url ?? ''))),
    ),
    remembered: sameRows(rows, past, alignment.after).filter((row) => !firstDecided.has(row)),
    kept: sameRows(
      rowsWhere(past, (row) => unseen[row] === 1),
      past,
      alignment.before,
    ),
    closed: pagesAt(
      comparison,
      rows.filter((row) => past.traitsOf(row).state !== 'opens'),
    ),
  };
}

/** The same run, which asks those before it of some addresses only: what the earlier of the two knows is compared with that. */
function askingOnlyOf(run: Earlier, isWanted: (url: string) => boolean): Earlier {
  const narrow = (ask: Recall['judged']): Recall['judged'] => {
    return (urls) => ask(urls.filter(isWanted));
  };
  const { recall } = run;
  return { ...run, recall: { ...recall, judged: narrow(recall.judged), up: narrow(recall.up) } };
}

/** The addresses of those rows of the earlier run that pages are expected at. */
function pagesAt(comparison: Comparison, rows: readonly number[]): readonly string[] {
  return rows.flatMap((row) => {
    const resource = resourceBefore(comparison, row);
    return resource === null || resource.role === 'check' ? [] : [resource.url];
  });
}

/** The rows of the same addresses in another run, as far as that knows them. */
function sameRows(rows: readonly number[], { urls }: Inventory, other: Inventory): readonly number[] {
  return rows.map((row) => other.urls.findFrom(urls, row)).filter((row) => row >= 0);
}
