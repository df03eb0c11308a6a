import type { Resource } from '../../model/resource.js';
import { contentChange, evidence } from '../intake/content.js';
import { draft, type ChangeDraft } from './draft.js';
import { hiddenRows } from './hidden-rows.js';
import type { Alignment } from './align.js';
import type { Redirection } from './differences.js';
import { withoutEnds } from './ends.js';
import { findMoves } from './moves.js';
import { findOutages } from './outages.js';
import { recall, type Recalled } from './recall.js';
import { findRedated } from './redated.js';
import type { Earlier, Later } from '../side.js';
import { findTwins, type FindTwins } from './twins.js';

/** The two runs, side by side and readable. */
export interface Comparison {
  readonly before: Earlier;
  readonly after: Later;
  readonly alignment: Alignment;
  readonly byName: FindTwins | undefined;
  /** Rows of the later run that older ones show to be nothing new, though the earlier did not know them. */
  readonly remembered?: ReadonlySet<number>;
  /** Rows of the earlier run that pages may still lead to, as older ones show, though the later does not know them. */
  readonly kept?: ReadonlySet<number>;
}

/**
 * Everything that changed. What an incomplete run did not see was not removed; what it did not see broken was not fixed;
 * and what is behind pages that the other run could not read is neither new nor removed.
 */
export function findDrafts(comparison: Comparison): readonly ChangeDraft[] {
  const { before, after, alignment, remembered = new Set(), kept = new Set() } = comparison;
  const isWhole = after.snapshot.run.complete;
  const wasWhole = before.snapshot.run.complete;
  const hidden = hiddenRows(before.snapshot, alignment.before, alignment.after);
  const isGone = (row: number): boolean => hidden[row] === 0 && !kept.has(row);
  const absent = isWhole ? alignment.absent.filter(isGone) : [];
  const vanished = absent.filter((row) => opened(alignment, row));
  const redirected = alignment.redirected.filter((one) =>
    isElsewhere(before.snapshot.resource(alignment.before.idOf(one.before)), one.to),
  );
  const unseen = hiddenRows(after.snapshot, alignment.after, alignment.before);
  const recalled = recall({ before, after, alignment, unseen, remembered });
  const isNews = (row: number): boolean =>
    wasWhole && !remembered.has(row) && (unseen[row] === 0 || recalled.wasAbsent(row));
  const { broken, repaired } = withoutEnds(comparison, {
    broken: alignment.broken.filter((one) => one.before >= 0 || isNews(one.after)),
    repaired: isWhole ? alignment.repaired : [],
  });
  const outages = findOutages({ ...alignment, broken, repaired });

  const targets = new Set(alignment.redirected.map(({ to }) => alignment.after.urls.find(to)));
  const arrived = alignment.arrived.filter((row) => !targets.has(row));
  const missing = broken.filter(({ isMissing, before: row }) => isMissing && row >= 0);
  const moves = findMoves({
    before: { ...alignment.before, traitsOf: alignment.pastOf },
    after: alignment.after,
    gone: [...vanished, ...missing.map((one) => one.before).filter((row) => opened(alignment, row))],
    arrived,
    earlier: (row) => before.snapshot.resource(alignment.before.idOf(row)),
    later: (row) => after.snapshot.resource(alignment.after.idOf(row)),
  });
  const left = new Set(moves.map((move) => move.before));
  const settled = new Set(moves.map((move) => move.after));
  return [
    ...findArrivals(
      comparison,
      arrived.filter((row) => isNews(row) && !settled.has(row)),
      recalled,
    ),
    ...findUpdates(comparison, isNews, recalled),
    ...redirected.map((one) => describeRedirection(one, alignment)),
    ...moves,
    ...vanished
      .filter((row) => !left.has(row))
      .map((row) =>
        draft({
          kind: 'removed',
          subject: alignment.pastOf(row).subject,
          before: row,
          evidence: [unlinked],
        }),
      ),
    ...outages.filter(({ kind, before: row }) => kind !== 'broke' || !left.has(row)),
    ...absent
      .filter((row) => alignment.pastOf(row).state === 'broken')
      .map((row) =>
        draft({
          kind: 'fixed',
          subject: alignment.pastOf(row).subject,
          before: row,
          evidence: [unlinked],
        }),
      ),
  ];
}

const unlinked = evidence('links', 'linked', null);

function opened({ pastOf }: Alignment, row: number): boolean {
  const { state, subject, redirects } = pastOf(row);
  return state === 'opens' && subject !== 'other' && !redirects;
}

function findArrivals(
  { after, alignment, byName }: Comparison,
  arrived: readonly number[],
  { wasSeen }: Recalled,
): readonly ChangeDraft[] {
  const wasKnown = (row: number): boolean =>
    wasSeen(row) || alignment.before.urls.findFrom(alignment.after.urls, row) >= 0;
  const twins = findTwins(
    arrived,
    { inventory: alignment.after, snapshot: after.snapshot },
    wasKnown,
    byName,
  );
  return arrived.map((row) => {
    const { subject, language } = alignment.after.traitsOf(row);
    const twin = twins.get(row);
    if (twin === undefined)
      return draft({ kind: 'new', subject, after: row, evidence: [evidence('links', null, 'linked')] });
    const languages = evidence('language', alignment.after.traitsOf(twin).language, language);
    return draft({ kind: 'localised', subject, after: row, counterpart: twin, evidence: [languages] });
  });
}

/** What has new content, and what pages say was updated, even if it looks the same or could not be seen. */
function findUpdates(
  { before, after, alignment }: Comparison,
  isNews: (row: number) => boolean,
  { opened: recalled, since }: Recalled,
): readonly ChangeDraft[] {
  const redated = new Map(findRedated({ before, after, alignment, isNews }).map((one) => [one.after, one]));
  const reopened = [...recalled.keys(), ...since.keys()].map((row) => ({
    before: alignment.before.urls.findFrom(alignment.after.urls, row),
    after: row,
  }));
  const changed = [...redated.values(), ...alignment.different, ...reopened];
  const pairs = new Map(changed.map((pair) => [pair.after, pair]));
  return [...pairs.values()].flatMap((pair) => {
    // What did not open then showed nothing of its own.
    const known = since.has(pair.after) ? null : before.snapshot.resource(alignment.before.idOf(pair.before));
    const other = after.snapshot.resource(alignment.after.idOf(pair.after));
    const date = redated.get(pair.after)?.evidence;
    const pasts = [since.get(pair.after) ?? null, recalled.get(pair.after) ?? known];
    const why = [
      ...(pasts
        .map((one) => (one === null || other === null ? [] : contentChange(one, other)))
        .find((found) => found.length > 0) ?? []),
      ...(date === undefined ? [] : [date]),
    ];
    const { subject } = alignment.after.traitsOf(pair.after);
    return why.length === 0 ? [] : [draft({ kind: 'updated', subject, ...pair, evidence: why })];
  });
}

/** Another spelling of the same place (scheme, final slash, case, query) is not a move. */
function isElsewhere(resource: Resource | null, to: string): boolean {
  return resource !== null && plain(resource.url) !== plain(to);
}

function plain(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?|[?#].*$|\/(?=$|[?#])/gi, '').toLowerCase();
}

function describeRedirection({ before, after, to }: Redirection, alignment: Alignment): ChangeDraft {
  const row = alignment.after.urls.find(to);
  const { subject } = alignment.pastOf(before);
  return draft({
    kind: 'moved',
    subject,
    before,
    after: row < 0 ? after : row,
    url: to,
    evidence: [evidence('redirect', null, to)],
  });
}
