import type { Style } from '../../model/report.js';
import {
  documentStates,
  stateWords,
  worseState,
  type DocumentState,
  type TaskAnswer,
  type TaskReport,
} from '../../model/task-report.js';
import type { Language } from '../../model/text.js';
import { layOut, type LayoutCell } from './layout.js';
import { nameOf, words } from './words.js';

/** Which tasks to show. Every filter that is given must hold. */
export interface CoverageFilter {
  readonly state?: DocumentState;
  /** Id of a place: only what is so there counts. */
  readonly place?: string;
  /** Only tasks that are named in it. */
  readonly language?: Language;
  /** Part of a service's name, letter case aside. */
  readonly service?: string;
}

/** The tasks a filter leaves, in order. */
export function filterTasks(
  report: TaskReport,
  { state, place, language, service }: CoverageFilter,
): readonly TaskAnswer[] {
  const wanted = service?.toLowerCase();
  return report.tasks.filter(({ task, documents }) => {
    if (language !== undefined && task.names[language] === undefined) return false;
    if (wanted !== undefined && !task.services.some((name) => name.toLowerCase().includes(wanted)))
      return false;
    if (state === undefined && place === undefined) return true;
    return documents.some(({ places }) =>
      places.some(
        (one) => (place === undefined || one.place === place) && (state === undefined || one.state === state),
      ),
    );
  });
}

/** A table of tasks with the state of each at each place, then the totals: who can do what today, at a glance. */
export function renderCoverage(
  report: TaskReport,
  language: Language,
  style: Style,
  filter: CoverageFilter = {},
): string {
  const answers = filterTasks(report, filter);
  const places = placesOf(report).filter(({ id }) => filter.place === undefined || filter.place === id);
  const header: readonly LayoutCell[] = [
    { text: words.task[language] },
    ...places.map(({ title }) => ({ text: title })),
    { text: '' },
  ];
  const rows = answers.map(({ task, documents }): readonly LayoutCell[] => [
    { text: task.id },
    ...places.map(({ id }) => stateCell(stateAt(documents, id), language)),
    { text: nameOf(task.names, language) },
  ]);
  const totals = documentStates
    .filter((state) => report.totals[state] > 0)
    .map((state) => `${stateWords[state][language]} ${report.totals[state]}`)
    .join(' · ');
  return `${layOut([header, ...rows], style)}\n\n${totals}\n`;
}

function placesOf(report: TaskReport): readonly { readonly id: string; readonly title: string }[] {
  const places = report.tasks.find(({ documents }) => documents.length > 0)?.documents[0]?.places ?? [];
  return places.map(({ place, title }) => ({ id: place, title }));
}

function stateAt(documents: TaskAnswer['documents'], place: string): DocumentState | null {
  return documents
    .flatMap(({ places }) => places.filter((one) => one.place === place).map(({ state }) => state))
    .reduce<DocumentState | null>(worseState, null);
}

function stateCell(state: DocumentState | null, language: Language): LayoutCell {
  return state === null ? { text: '-' } : { text: stateWords[state][language], state };
}
