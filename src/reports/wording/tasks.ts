import type { Report } from '../../model/report.js';
import type { ReportedDocument, ReportedListFinding, ReportedTask } from '../../model/reported-task.js';
import { isLost, stateWords, type DocumentState } from '../../model/task-report.js';
import type { Language } from '../../model/text.js';

/** A task that cannot be done, and the documents that stop it. */
export interface StoppedTask {
  readonly task: ReportedTask;
  readonly lost: readonly ReportedDocument[];
}

/** So many documents of one task are shown: tables of pages may name thousands. */
const mostLost = 20;

/** The documents that stop a task, as far as they are shown, and how many more there are. */
export function shownOf({ lost }: StoppedTask): {
  readonly shown: readonly ReportedDocument[];
  readonly left: number;
} {
  return { shown: lost.slice(0, mostLost), left: Math.max(0, lost.length - mostLost) };
}

/** The tasks that cannot be done today, as `isStopped` has it, in the order of the report. */
export function stoppedTasks({ tasks }: Report): readonly StoppedTask[] {
  return tasks
    .map((task) => ({ task, lost: task.documents.filter(({ state }) => isLost(state)) }))
    .filter(({ lost }) => lost.length > 0);
}

/** How many tasks need any document. */
export function countNeedy({ tasks }: Report): number {
  return tasks.filter(({ documents }) => documents.length > 0).length;
}

/** The state of a document in words for readers. */
export function nameState(state: DocumentState | null, language: Language): string {
  return state === null ? '' : stateWords[state][language];
}

const mostNamed = 50;
const mostItems = 10;
const separators = { en: ', ', ja: '、' } as const satisfies Readonly<Record<Language, string>>;

/** A finding on the lists in one line: with its tasks, if those are many, and the documents it is about. */
export function writeListFinding(
  { kind, message, tasks, items }: ReportedListFinding,
  language: Language,
): string {
  const join = (names: readonly string[], most: number): string =>
    [...names.slice(0, most), ...(names.length > most ? ['…'] : [])].join(separators[language]);
  const about = tasks.every((id) => message.includes(id)) ? [] : [`(${join(tasks, mostNamed)})`];
  const others = kind === 'listed-differently' ? [] : items.filter((item) => !message.includes(item));
  return [message, ...about, join(others, mostItems)].filter((part) => part !== '').join(' ');
}
