import type { Store } from '../../store/store.js';
import type { StoredSnapshot } from '../../store/snapshot/stored-snapshot.js';
import { nearest } from '../../kit/text/nearest.js';
import { momentOf } from '../../kit/time/moment.js';
import { SetupError, type Problem } from '../../model/problem.js';
import type { Run } from '../../model/snapshot.js';
import type { Language, Text } from '../../model/text.js';
import { openPrevious } from './previous-run.js';
import { isSameWalk } from './same-walk.js';

/** What a run is to be compared with. */
export interface EarlierRequest {
  /** A run. */
  readonly run: string | undefined;
  /** A run or a date; `undefined` for the last one that can be compared with. */
  readonly since: string | undefined;
  readonly language: Language;
}

/** A run to compare with, and what to know of the choice. Whoever asked for it closes it. */
export interface EarlierRun {
  readonly snapshot: StoredSnapshot;
  readonly notices: readonly string[];
}

/** The run to compare another with. Throws a `SetupError` if there is none, or if it walked something else. */
export function openEarlier(store: Store, after: Run, { run, since, language }: EarlierRequest): EarlierRun {
  const named = run ?? (store.runs().some(({ id }) => id === since) ? since : undefined);
  if (named !== undefined) return { snapshot: openNamed(store, after, named), notices: [] };
  const found = since === undefined ? openLast(store, after) : openSince(store, after, since, language);
  if (found !== null) return found;
  throw refuse(store, {
    message: `there is no earlier complete run of the same portals to compare ${after.id} with`,
    hint: 'walk them again, or name two runs with --between',
    ja: {
      message: `${after.id} と比較できる、同じポータルの完了した巡回がありません`,
      hint: 'もう一度巡回するか、--between で 2 つの巡回を指定してください',
    },
  });
}

function openNamed(store: Store, after: Run, id: string): StoredSnapshot {
  const snapshot = store.open(id);
  if (isSameWalk(snapshot.run, after)) return snapshot;
  snapshot.close();
  throw refuse(store, {
    message: `${id} and ${after.id} have different starting pages: everything behind them would be called new or removed`,
    hint: 'compare runs of the same sources; see: playbook-health runs',
    ja: {
      message: `${id} と ${after.id} は開始ページが異なります。比較すると、その先のすべてが新規または削除として扱われてしまいます`,
      hint: '起点が同じ巡回どうしを比較してください。一覧: playbook-health runs',
    },
  });
}

function openLast(store: Store, after: Run): EarlierRun | null {
  const snapshot = openPrevious(store, after);
  return snapshot === null ? null : { snapshot, notices: [] };
}

/** A day starts where its reader lives. */
const zones = { en: 'Z', ja: '+09:00' } as const satisfies Readonly<Record<Language, string>>;

/** The last run at a date; for a date before all of them the first run, which is the best there is. */
function openSince(store: Store, after: Run, since: string, language: Language): EarlierRun | null {
  const date = momentOf(since, zones[language]);
  if (date === null) throw refuse(store, explainSince(store, since));
  const known = openPrevious(store, after, ({ startedAt }) => startedAt <= date);
  if (known !== null) return { snapshot: known, notices: [] };
  const oldestFirst = { ...store, runs: () => store.runs().toReversed() };
  const first = openPrevious(oldestFirst, after);
  return first === null ? null : { snapshot: first, notices: [tooEarly[language].replace('{date}', since)] };
}

const tooEarly: Text = {
  en: 'No run that could be compared with is kept from before {date}: this is what changed since the first one that is.',
  ja: '{date} より前の比較可能な巡回は保存されていないため、保存されている最初の巡回からの変更を示します。',
};

function explainSince(store: Store, since: string): Said {
  const [similar] = nearest(
    since,
    store.runs().map(({ id }) => id),
  );
  return {
    message: `--since is neither a run nor a date: "${since}"`,
    hint: similar === undefined ? 'a date is written 2026-11-15' : `did you mean ${similar}?`,
    ja: {
      message: `--since の「${since}」は巡回でも日付でもありません`,
      hint: similar === undefined ? '日付は 2026-11-15 のように指定してください' : `もしかして: ${similar}`,
    },
  };
}

type Said = Omit<Problem, 'place'>;

function refuse({ directory }: Store, problem: Said): SetupError {
  return new SetupError([{ place: { file: directory }, ...problem }]);
}
