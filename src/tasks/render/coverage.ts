import {
  documentStates,
  isStopped,
  stateWords,
  worseState,
  type DocumentState,
  type TaskAnswer,
  type TaskReport,
} from '../../model/task-report.js';
import { taskName } from '../../model/task.js';
import type { Language } from '../../model/text.js';
import { inARow, indented, labelled, layOut, type LayoutCell, type TaskStyle } from './layout.js';
import { countTasks, words } from './words.js';

/** Which tasks to show: those to which every given filter applies. */
export interface TaskFilter {
  /** Only tasks that cannot be done today. */
  readonly stopped?: boolean;
  readonly state?: DocumentState;
  /** The id of a place: only the states there count. */
  readonly place?: string;
  /** Only tasks that have a name in this language. */
  readonly language?: Language;
  /** Part of a service's name; letter case is ignored. */
  readonly service?: string;
}

/** The tasks that pass a filter, in order. */
export function filterTasks(
  report: TaskReport,
  { stopped = false, state, place, language, service }: TaskFilter,
): readonly TaskAnswer[] {
  return report.tasks.filter(({ task, documents }) => {
    if (stopped && !isStopped({ documents })) return false;
    if (language !== undefined && task.names[language] === undefined) return false;
    if (service !== undefined && !task.services.some((name) => isOfService(name, service))) return false;
    if (state === undefined && place === undefined) return true;
    return documents.some(({ places }) =>
      places.some(
        (one) => (place === undefined || one.place === place) && (state === undefined || one.state === state),
      ),
    );
  });
}

/** Whether a service is meant by a part of its name; letter case and width are ignored. */
export function isOfService(name: string, service: string): boolean {
  return name.normalize('NFKC').toLowerCase().includes(service.normalize('NFKC').toLowerCase());
}

/** A table of tasks with the state of each at each place, or a list where that is too wide; then the totals of what is shown. */
export function renderCoverage(report: TaskReport, style: TaskStyle, filter: TaskFilter = {}): string {
  const { language } = style;
  const answers = filterTasks(report, filter);
  const places = placesOf(report).filter(({ id }) => filter.place === undefined || filter.place === id);
  const counted = inARow(countStates(report, answers, filter, language), style);
  if (answers.length === 0) return `${words.noTasks[language]}\n\n${counted}\n`;
  const table = tabulate(answers, places, style);
  if (table === null) {
    const below = answers.map((answer) => renderBelow(answer, places, style));
    return `${below.join('\n')}\n\n${counted}\n`;
  }
  const needless = answers.some(({ documents }) => documents.length === 0);
  const legend = needless ? `${nothingNeeded}  ${words.noDocuments[language]}\n` : '';
  return `${table}\n\n${legend}${counted}\n`;
}

/** `null` where the terminal is too narrow. */
function tabulate(
  answers: readonly TaskAnswer[],
  places: readonly CoveragePlace[],
  style: TaskStyle,
): string | null {
  const { language } = style;
  const header: readonly LayoutCell[] = [
    { text: words.task[language], whole: true },
    ...places.map(({ title }) => ({ text: title })),
    { text: words.name[language] },
  ];
  const rows = answers.map(({ task, documents }): readonly LayoutCell[] => [
    { text: task.id, whole: true },
    ...places.map(({ id }) => stateCell(stateAt(documents, id), language)),
    { text: taskName(task.names, language) },
  ]);
  return layOut([header, ...rows], style);
}

/** A task with the state at each place below it. */
function renderBelow(
  { task, documents }: TaskAnswer,
  places: readonly CoveragePlace[],
  style: TaskStyle,
): string {
  const { language } = style;
  const states = places.flatMap(({ id, title }) => {
    const state = stateAt(documents, id);
    return state === null ? [] : [labelled(title, state, '  ', style)];
  });
  const name = indented(taskName(task.names, language), ' '.repeat(task.id.length + 2), style).trimStart();
  return [
    `${task.id}  ${name}`.trimEnd(),
    ...(states.length > 0 ? states : [indented(words.noDocuments[language], '  ', style)]),
  ].join('\n');
}

const nothingNeeded = '-';

/** `3 of 24 tasks`, `documents: missing 2`, `broken 1`: documents are counted once for each place. */
function countStates(
  report: TaskReport,
  answers: readonly TaskAnswer[],
  { place }: TaskFilter,
  language: Language,
): readonly string[] {
  const states = answers
    .flatMap(({ documents }) => documents.flatMap(({ places }) => places))
    .filter((one) => place === undefined || one.place === place)
    .map(({ state }) => state);
  const counted = documentStates.flatMap((state) => {
    const total = states.filter((one) => one === state).length;
    return total === 0 ? [] : [`${stateWords[state][language]} ${total}`];
  });
  const withDocuments = report.tasks.filter(({ documents }) => documents.length > 0).length;
  const shown = countTasks(answers.length, report.tasks.length, withDocuments)[language];
  const [first, ...rest] = counted;
  return first === undefined ? [shown] : [shown, `${words.documents[language]}${first}`, ...rest];
}

interface CoveragePlace {
  readonly id: string;
  readonly title: string;
}

/** Where documents ought to be. */
export function placesOf(report: TaskReport): readonly CoveragePlace[] {
  const places = report.tasks.find(({ documents }) => documents.length > 0)?.documents[0]?.places ?? [];
  return places.map(({ place, title }) => ({ id: place, title }));
}

function stateAt(documents: TaskAnswer['documents'], place: string): DocumentState | null {
  return documents
    .flatMap(({ places }) => places.filter((one) => one.place === place).map(({ state }) => state))
    .reduce<DocumentState | null>(worseState, null);
}

function stateCell(state: DocumentState | null, language: Language): LayoutCell {
  return state === null ? { text: nothingNeeded } : { text: stateWords[state][language], state };
}
