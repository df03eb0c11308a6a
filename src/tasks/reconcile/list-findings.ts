import { shorten } from '../../kit/text/shorten.js';
import type { Task, TaskRow } from '../../model/task.js';
import { languages, type Language } from '../../model/text.js';
import type { DocumentAnswer, ListFinding, TaskAnswer } from '../../model/task-report.js';
import { isGenericLabel } from '../list/generic-label.js';
import type { Holding } from './holdings.js';
import { noPlaces } from './place-set.js';

const mostItems = 100;

/** What is wrong with the lists themselves, by kind, then by task. */
export function findInLists(tasks: readonly Task[]): readonly ListFinding[] {
  const rows = tasks.flatMap((task) => task.rows);
  const lists = [...new Set(rows.map(({ list }) => list))];
  const spoken = languages.filter((language) =>
    rows.some((row) => row.name !== '' && row.language === language),
  );
  return [
    ...tasks.flatMap(differentDocuments),
    ...(lists.length > 1 ? onlyInOneList(tasks, lists) : []),
    ...(spoken.length > 1 ? onlyInOneLanguage(tasks) : []),
  ];
}

/** Rows without documents do not disagree: most rows have none. */
function differentDocuments(task: Task): readonly ListFinding[] {
  const named = entriesOf(distinctPlaces(task.rows)).filter(({ documents }) => documents.length > 0);
  const disagree = languages.some(
    (language) =>
      new Set(named.filter((row) => row.language === language).map((row) => documentKeys(row).join('\n')))
        .size > 1,
  );
  if (!disagree) return [];
  return [
    {
      kind: 'listed-differently',
      tasks: [task.id],
      message: {
        en: `Task ${task.id} is listed ${named.length} times with different documents: ${nameRows(named, englishMarks)}.`,
        ja: `タスク ${task.id} は ${named.length} 回記載され、資料が一致しません: ${nameRows(named, japaneseMarks)}。`,
      },
      items: [...new Set(named.flatMap(documentKeys))].slice(0, mostItems),
    },
  ];
}

/** Rows by place: a row in two languages is read as two, but is one. */
function distinctPlaces(rows: readonly TaskRow[]): readonly TaskRow[] {
  const seen = new Set<string>();
  return rows.filter(({ where }) => {
    const key = JSON.stringify(where);
    return !seen.has(key) && seen.add(key);
  });
}

/** Rows, each joined with those that continue it. */
function entriesOf(rows: readonly TaskRow[]): readonly TaskRow[] {
  const entries: TaskRow[] = [];
  for (const row of rows) {
    const last = entries.at(-1);
    if (last === undefined || row.continued !== true) entries.push(row);
    else entries[entries.length - 1] = { ...last, documents: [...last.documents, ...row.documents] };
  }
  return entries;
}

function documentKeys({ documents }: TaskRow): readonly string[] {
  return documents.map(({ title, url }) => url ?? title).sort();
}

const mostRows = 5;
const longestTitle = 80;

interface Marks {
  readonly quotes: readonly [string, string];
  readonly comma: string;
  readonly semicolon: string;
}

const englishMarks: Marks = { quotes: ['“', '”'], comma: ', ', semicolon: '; ' };
const japaneseMarks: Marks = { quotes: ['「', '」'], comma: '、', semicolon: '；' };

/**
 * Names the documents of each row and its place: by title, or by address where the titles are the same. Rows that agree are named
 * together.
 */
function nameRows(rows: readonly TaskRow[], { quotes, comma, semicolon }: Marks): string {
  const titled = new Set(rows.map((row) => titlesOf(row).join('\n'))).size > 1;
  const listings = new Map<string, string[]>();
  for (const row of rows) {
    const names = (titled ? titlesOf(row) : documentKeys(row)).map((name) => shorten(name, longestTitle));
    const told = names.map((name) => quotes.join(name)).join(comma);
    listings.set(told, [...(listings.get(told) ?? []), placeOf(row)]);
  }
  const told = Array.from(listings, ([names, at]) => `${names} (${at.slice(0, mostRows).join(comma)})`);
  return [...told.slice(0, mostRows), ...(told.length > mostRows ? ['…'] : [])].join(semicolon);
}

/** The place of a row, as problems have it. The file's name is enough: the report has its path as well. */
function placeOf({ list, where: { file = list, sheet, line } }: TaskRow): string {
  const name = file.split(/[\\/]/).findLast((part) => part !== '') ?? file;
  return [name, sheet, line].filter((part) => part !== undefined).join(':');
}

function titlesOf({ documents }: TaskRow): readonly string[] {
  return documents.map(({ title, url }) => (isGenericLabel(title) ? (url ?? title) : title)).sort();
}

function onlyInOneList(tasks: readonly Task[], lists: readonly string[]): readonly ListFinding[] {
  return lists.flatMap((list): readonly ListFinding[] => {
    const lone = tasks.filter((task) => task.rows.every((row) => row.list === list));
    if (lone.length === 0) return [];
    return [
      {
        kind: 'only-in-one-list',
        tasks: lone.map(({ id }) => id),
        message: { en: `Only ${list} names these tasks.`, ja: `次のタスクは ${list} にしかありません。` },
        items: [list],
      },
    ];
  });
}

function onlyInOneLanguage(tasks: readonly Task[]): readonly ListFinding[] {
  return languages.flatMap((language): readonly ListFinding[] => {
    const lone = tasks.filter(
      ({ names }) => names[language] !== undefined && Object.keys(names).length === 1,
    );
    if (lone.length === 0) return [];
    return [
      {
        kind: 'only-in-one-language',
        tasks: lone.map(({ id }) => id),
        message: loneMessages[language],
        items: [],
      },
    ];
  });
}

const loneMessages: Readonly<Record<Language, ListFinding['message']>> = {
  en: { en: 'These tasks are named in English only.', ja: '次のタスクは英語でしか記載されていません。' },
  ja: { en: 'These tasks are named in Japanese only.', ja: '次のタスクは日本語でしか記載されていません。' },
};

/** One document that opens under several addresses in one language: which is the one to link to? */
export function severalAddresses(answers: readonly TaskAnswer[]): readonly ListFinding[] {
  return answers.flatMap(({ task, documents }) =>
    documents.flatMap(({ title, sightings }): readonly ListFinding[] => {
      const urls = addressesOf(sightings);
      if (urls.length < 2) return [];
      return [
        {
          kind: 'several-addresses',
          tasks: [task.id],
          message: {
            en: `“${title}” is at ${urls.length} addresses.`,
            ja: `「${title}」が ${urls.length} 件の URL にあります。`,
          },
          items: urls.slice(0, mostItems),
        },
      ];
    }),
  );
}

/** The healthy addresses of a document in the first language that has several; none if no language has. */
function addressesOf(sightings: DocumentAnswer['sightings']): readonly string[] {
  const healthy = sightings.filter(({ verdict }) => verdict === null || verdict.state === 'healthy');
  const byLanguage = languages.map((language) => healthy.filter((one) => one.language === language));
  return byLanguage.find((several) => several.length > 1)?.map(({ url }) => url) ?? [];
}

const documentEnding = /\.(pptx?|docx?|xlsx?|pdf|zip|vsdx?|mp4)(?:$|[?#])/i;

/** Documents at the places that no task names, counted, and the first hundred of them. */
export function unnamedDocuments(
  holdings: readonly Holding[],
  named: ReadonlySet<number>,
): readonly ListFinding[] {
  const unnamed = holdings.filter(
    ({ places, isPage, resource, urls }) =>
      places !== noPlaces && !isPage && !named.has(resource) && urls.some((url) => documentEnding.test(url)),
  );
  if (unnamed.length === 0) return [];
  return [
    {
      kind: 'unnamed-documents',
      tasks: [],
      message: {
        en: `No task names ${unnamed.length} of the documents.`,
        ja: `どのタスクにも記載のない資料が ${unnamed.length} 件あります。`,
      },
      items: unnamed.slice(0, mostItems).map(({ url }) => url),
    },
  ];
}
