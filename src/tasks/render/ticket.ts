import { visible } from '../../kit/escape/visible.js';
import {
  stateWords,
  type DocumentAnswer,
  type DocumentState,
  type PlaceAnswer,
  type Sighting,
  type TaskAnswer,
} from '../../model/task-report.js';
import { taskName, type Task } from '../../model/task.js';
import { languages, type Language } from '../../model/text.js';
import { writeTrail } from '../../model/trail.js';
import type { Facts, ResourceFacts } from './facts.js';
import { writeTime } from '../../kit/time/both-clocks.js';
import { words } from './words.js';

/** What goes into a ticket besides the answer. */
export interface TicketContext {
  readonly facts: Facts;
  /** When the answer was made, milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
  /** The run it rests on. */
  readonly run: string;
}

/**
 * A block of plain text to paste into a ticket or the ideas forum: Japanese, then English. Documents that are in order are left
 * out; if all are, it says so.
 */
export function writeTicket(answer: TaskAnswer, context: TicketContext): string {
  return [...languages]
    .reverse()
    .map((language) => writeBlock(answer, context, language))
    .join(`\n${'-'.repeat(40)}\n\n`);
}

const labels = {
  ja: {
    title: ' の資料を開けません / 見つかりません',
    fineTitle: ' の資料の確認結果',
    fine: 'このタスクの資料はすべて利用できます。',
    file: '対象ファイル',
    error: 'エラーメッセージ',
    location: '掲載場所',
    url: 'URL',
    time: '確認日時',
    lastHealthy: '最後に正常だった日時',
    attempts: '試行',
    ids: '相関 ID',
    hint: '参考（似たタイトル）',
    run: '巡回',
  },
  en: {
    title: ': its document cannot be opened or found',
    fineTitle: ': its documents were checked',
    fine: 'All documents of this task are available.',
    file: 'Document',
    error: 'Error message',
    location: 'Location',
    url: 'URL',
    time: 'Checked at',
    lastHealthy: 'Last seen healthy',
    attempts: 'Attempts',
    ids: 'Correlation ids',
    hint: 'Nearest titles',
    run: 'Run',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

function writeBlock(answer: TaskAnswer, context: TicketContext, language: Language): string {
  const label = labels[language];
  const shown = worthShowing(answer.documents);
  const head = `Task${answer.task.id}${shown.length === 0 ? label.fineTitle : label.title}`;
  const name = taskName(answer.task.names, language);
  const body =
    shown.length === 0
      ? [answer.documents.length === 0 ? words.noDocuments[language] : label.fine]
      : shown.map((document) => writeDocument(document, answer.task, context, language));
  const times = [`■${label.time}`, writeTime(context.now), `${label.run}: ${context.run}`].join('\n');
  return `${[name === '' ? head : `${head}\n${line(name)}`, ...body, times].join('\n\n')}\n`;
}

const lost: ReadonlySet<DocumentState> = new Set(['broken', 'missing', 'possibly-renamed']);

/** The documents to show: those that are lost at some place, or else those that are not available at every place. */
function worthShowing(documents: readonly DocumentAnswer[]): readonly DocumentAnswer[] {
  const having = (is: (state: DocumentState) => boolean): readonly DocumentAnswer[] =>
    documents.filter(({ places }) => places.some(({ state }) => is(state)));
  const gone = having((state) => lost.has(state));
  return gone.length > 0 ? gone : having((state) => state !== 'available');
}

function writeDocument(
  document: DocumentAnswer,
  task: Task,
  { facts }: TicketContext,
  language: Language,
): string {
  const label = labels[language];
  const unavailable = document.places.filter(({ state }) => state !== 'available');
  const seen = unavailable.flatMap(({ place, sightings }) =>
    sightings.filter(({ verdict }) => verdict !== null).map((sighting) => ({ ...sighting, place })),
  );
  const known = distinct(seen).flatMap(({ resource }) => facts.of(resource) ?? []);
  const trails = seen
    .map(({ resource, place }) => writeTrail(facts.of(resource, place)?.trail ?? []))
    .filter((trail) => trail !== '');
  const urls = [
    ...new Set([...(document.url === null ? [] : [document.url]), ...seen.map(({ url }) => url)]),
  ];
  const sections: readonly (readonly [keyof typeof label, readonly string[]])[] = [
    ['file', [document.title]],
    ['error', unavailable.map((place) => writePlace(place, language))],
    ['location', trails.length > 0 ? trails : rowsNaming(document, task)],
    ['url', urls],
    ['lastHealthy', urls.flatMap((url) => facts.lastHealthy(url) ?? []).map(writeTime)],
    ['attempts', known.flatMap(writeAttempts)],
    ['ids', known.flatMap(writeCorrelation)],
    ['hint', document.suggestions.map(({ title, url }) => `${title} ${url}`)],
  ];
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]) => section(label[name], lines))
    .join('\n\n');
}

const mostRows = 3;

/** The rows of lists that name a document, for one that no page links to. */
function rowsNaming({ title, url }: DocumentAnswer, { id, rows }: Task): readonly string[] {
  const naming = rows.filter(({ documents }) =>
    documents.some((named) => (url === null ? named.title === title : named.url === url)),
  );
  return naming.slice(0, mostRows).map(({ list, where: { file = list, sheet, line } }) => {
    const place = [withoutFolders(file), sheet, line].filter((part) => part !== undefined);
    return `${place.join(':')} › Task${id}`;
  });
}

/** The name of a list without its folders, which are nobody's business in a ticket; an address stays. */
function withoutFolders(file: string): string {
  return /^https?:/i.test(file) ? file : (file.split(/[\\/]/).at(-1) ?? file);
}

function distinct(sightings: readonly Sighting[]): readonly Sighting[] {
  return [...new Map(sightings.map((sighting) => [sighting.resource, sighting])).values()];
}

function section(label: string, lines: readonly string[]): string {
  return [`■${label}`, ...[...new Set(lines)].map(line)].join('\n');
}

function writePlace({ title, state, reason }: PlaceAnswer, language: Language): string {
  return `${title}: ${stateWords[state][language]} - ${reason[language]}`;
}

function writeAttempts({ attempts }: ResourceFacts): readonly string[] {
  return attempts.map(
    ({ at, method, result, took }) => `${writeTime(at)} ${method} ${result} (${Math.round(took)} ms)`,
  );
}

function writeCorrelation({ correlation }: ResourceFacts): readonly string[] {
  return Object.entries(correlation).map(([name, id]) => `${name}: ${id}`);
}

/** One line, with nothing in it that a terminal or forum would obey. */
function line(text: string): string {
  return visible(text.replace(/\s+/g, ' ').trim());
}
