import { fingerprint } from '../kit/fingerprints/fingerprint.js';
import type { Change, ChangeKind } from '../model/change.js';
import type { Run } from '../model/snapshot.js';
import type { TaskRow } from '../model/task.js';
import type { Availability, TaskAnswer } from '../model/task-report.js';
import type { Text } from '../model/text.js';
import { evidence } from './intake/content.js';
import {
  availabilitiesOf,
  documentsOf,
  recallAnswers,
  recallAvailability,
  whatItNeeds,
  type OlderAnswers,
} from './task-availability.js';

/** The answers of one run to every task of the lists. */
export interface AnsweredRun {
  readonly run: Run;
  readonly tasks: readonly TaskAnswer[];
  /** Whether it saw the list in which a row of the other run stands: what could not be read may still be there. */
  readonly sawListOf: (row: TaskRow) => boolean;
}

/**
 * What changed for tasks: listed, unlisted, other documents, can be done or not, available in the reader's language. What was
 * not checked by the earlier run, or stands on a list that it could not read, is as older ones knew it; what nobody checked is no
 * change, nor is what a list may say that one of the runs could not read, and an incomplete run neither removes nor fixes.
 */
export function compareTasks(
  before: AnsweredRun,
  after: AnsweredRun,
  older: OlderAnswers = [],
): readonly Change[] {
  const known = new Map(before.tasks.map((answer) => [answer.task.id, answer]));
  const unread = after.tasks.filter((answer) => !known.has(answer.task.id) && !sawAll(before, answer));
  for (const answer of recallAnswers(unread, older)) known.set(answer.task.id, answer);
  const recalled = recallAvailability(known, after.tasks, older);
  const listed = new Set(after.tasks.map(({ task }) => task.id));
  const found = after.tasks.flatMap((answer): readonly TaskChange[] => {
    const past = known.get(answer.task.id);
    if (past === undefined) return sawAll(before, answer) ? [{ kind: 'new', answer, past: null }] : [];
    const isSame = whatItNeeds(past) === whatItNeeds(answer);
    if (!isSame && !(sawAll(after, past) && sawAll(before, answer))) return [];
    const turn = turnOf(past, answer, recalled.get(answer.task.id) ?? availabilitiesOf(past));
    const kinds = [isSame ? null : 'updated', turn] as const;
    return kinds.flatMap((kind) => (kind === null ? [] : [{ kind, answer, past }]));
  });
  const gone = before.tasks
    .filter((answer) => !listed.has(answer.task.id) && sawAll(after, answer))
    .map((answer): TaskChange => ({ kind: 'removed', answer, past: answer }));
  return [...found, ...gone]
    .filter(({ kind }) => after.run.complete || (kind !== 'removed' && kind !== 'fixed'))
    .map((change) => describe(change, before.run, after.run));
}

function sawAll({ sawListOf }: AnsweredRun, { task }: TaskAnswer): boolean {
  return task.rows.every(sawListOf);
}

interface TaskChange {
  readonly kind: ChangeKind;
  readonly answer: TaskAnswer;
  /** The same task as it was; `null` if it is new. */
  readonly past: TaskAnswer | null;
}

/** Whether it can be done now, and could not before, or the reverse. */
function turnOf(past: TaskAnswer, present: TaskAnswer, before: readonly Availability[]): ChangeKind | null {
  const after = availabilitiesOf(present);
  // Only if it needs the same, in the same order, can documents be compared one by one.
  const isStopped =
    documentsOf(past) === documentsOf(present)
      ? after.some((one, index) => one === 'unavailable' && before[index] === 'available')
      : before.every((one) => one === 'available') && after.includes('unavailable');
  if (isStopped) return 'broke';
  if (before.includes('unavailable') && after.every((one) => one === 'available')) return 'fixed';
  return past.state === 'other-language' && present.state === 'available' ? 'localised' : null;
}

function describe({ kind, answer, past }: TaskChange, before: Run, after: Run): Change {
  const { id, names } = answer.task;
  return {
    id: fingerprint(`${kind} task ${id} ${before.id}`),
    kind,
    subject: 'task',
    url: id,
    previousUrl: null,
    title: { ...names },
    language: null,
    date: new Date(after.startedAt).toISOString(),
    reason: taskReasons[kind],
    evidence: [
      evidence('task', past?.state ?? null, kind === 'removed' ? null : answer.state),
      ...(kind === 'updated' && past !== null
        ? [evidence('digest', fingerprint(whatItNeeds(past)), fingerprint(whatItNeeds(answer)))]
        : []),
    ],
    counterpart: null,
    affected: 1,
  };
}

/** What happened to a task, in plain words. */
export const taskReasons: Readonly<Record<ChangeKind, Text>> = {
  new: { en: 'The task is on the list for the first time.', ja: 'タスクが新しくリストに加わりました。' },
  updated: {
    en: 'The task has another name or needs other documents.',
    ja: 'タスクの名前または必要な資料が変わりました。',
  },
  localised: {
    en: 'Its documents can be had in your language now.',
    ja: 'タスクの資料が日本語で入手できるようになりました。',
  },
  moved: { en: 'The task is in another place.', ja: 'タスクの場所が変わりました。' },
  removed: { en: 'The task is not on the list any more.', ja: 'タスクがリストからなくなりました。' },
  broke: {
    en: 'A document that the task needs does not open or is missing.',
    ja: 'タスクに必要な資料が開けないか、見つからなくなりました。',
  },
  fixed: {
    en: 'All documents that the task needs are there again.',
    ja: 'タスクに必要な資料がすべてそろいました。',
  },
};
