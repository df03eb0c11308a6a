import { changeKinds, type Change, type HeadsUp } from '../../model/change.js';
import type { Language } from '../../model/text.js';
import type { Speech } from '../wording/speech.js';
import type { Word } from '../wording/words.js';

/** One line of the table: 公開日 | トピックのタイトル | 変更. Nothing in it is escaped. */
export interface Row {
  readonly change: Change;
  /** `2026-11-22`, as the reader's calendar has it. */
  readonly date: string;
  readonly title: string;
  /** The kind in one word. */
  readonly kind: string;
  readonly reason: string;
  /** Sentences that say more, each with the address at its end, or `null`. */
  readonly remarks: readonly { readonly text: string; readonly url: string | null }[];
}

const kindWords = {
  new: 'changeNew',
  updated: 'changeUpdated',
  localised: 'changeLocalised',
  moved: 'changeMoved',
  removed: 'changeRemoved',
  broke: 'changeBroke',
  fixed: 'changeFixed',
} as const satisfies Readonly<Record<Change['kind'], Word>>;

const mostSeeds = 10;

/** The headings of the table. */
export const columns = ['publishedOn', 'topicTitle', 'whatChanged'] as const satisfies readonly Word[];

/** The changes as rows for readers. */
export function rowsOf({ changes }: HeadsUp, speech: Speech): readonly Row[] {
  return changes.map((change) => ({
    change,
    date: speech.date(change.date),
    title: topicTitle(change, speech),
    kind: speech.say(kindWords[change.kind]),
    reason: change.reason[speech.language],
    remarks: remarksOn(change, speech),
  }));
}

/** The title of a change, in the reader's language where it is known, else in the other. */
export function titleOf({ title, url }: Pick<Change, 'title' | 'url'>, language: Language): string {
  return [title[language], title.en, title.ja].find((name) => name !== undefined && name !== '') ?? url;
}

/** People know a task by its number. */
function topicTitle(change: Change, { language, say }: Speech): string {
  const title = titleOf(change, language);
  return change.subject === 'task' ? `${say('task', { id: change.url })} ${title}` : title;
}

/** The address of a change that a browser can open; `null` for tasks and hosts. */
export function addressOf({ subject, url }: Change): string | null {
  return subject === 'task' ? null : url;
}

/** What readers have to know before they believe "nothing has changed"; texts from the web in it are not escaped. */
export function doubtsOn({ after, notices = [] }: HeadsUp, { say }: Speech): readonly string[] {
  const closed = after.unreachable ?? [];
  const seeds = [...closed.slice(0, mostSeeds), ...(closed.length > mostSeeds ? ['…'] : [])].join(' ');
  return [
    ...(after.complete ? [] : [say('headsUpIncomplete')]),
    ...(closed.length === 0 ? [] : [say('headsUpUnreachable', { seeds })]),
    ...notices,
  ];
}

/** `New 2, Moved 1`; empty if nothing changed. */
export function sumUp({ totals }: HeadsUp, { say, count }: Speech): string {
  return changeKinds
    .filter((kind) => totals[kind] > 0)
    .map((kind) => `${say(kindWords[kind])} ${count(totals[kind])}`)
    .join(say('listJoin'));
}

function remarksOn(change: Change, { say, count }: Speech): Row['remarks'] {
  const { previousUrl, counterpart, affected, subject } = change;
  const many = subject === 'host' ? 'affected' : 'sameContent';
  return [
    ...(previousUrl === null ? [] : [{ text: say('changeBefore'), url: previousUrl }]),
    ...(counterpart === null ? [] : [{ text: say('changeCounterpart'), url: counterpart }]),
    ...(affected > 1 ? [{ text: say(many, { count: count(affected) }), url: null }] : []),
  ];
}
