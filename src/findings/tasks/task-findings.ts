import type { Finding } from '../../model/report.js';
import {
  stateOfDocument,
  type DocumentAnswer,
  type Sighting,
  type TaskAnswer,
} from '../../model/task-report.js';
import type { ExpectedDocument, Task, TaskRow } from '../../model/task.js';
import { lostDocumentId, taskAddress } from '../../model/lost-document.js';
import type { Language, Text } from '../../model/text.js';
import { addressName } from '../trails/names.js';

/** A document that no library has, and the tasks that name it. */
interface Lost {
  readonly document: DocumentAnswer;
  readonly row: TaskRow | undefined;
  readonly tasks: string[];
}

/** One finding for each document that tasks name and no library has; one that is there but broken has a finding of its own. */
export function findMissingDocuments(answers: readonly TaskAnswer[], language: Language): readonly Finding[] {
  const lost = new Map<string, Lost>();
  for (const { task, documents } of answers)
    for (const document of documents) {
      const state = stateOfDocument(document);
      if ((state !== 'missing' && state !== 'possibly-renamed') || hasBroken(document)) continue;
      const key = document.url ?? document.title;
      const known = lost.get(key);
      if (known === undefined) lost.set(key, { document, row: rowOf(task, document), tasks: [task.id] });
      else known.tasks.push(task.id);
    }
  return [...lost.values()].map((one) => describe(one, language));
}

function hasBroken({ sightings }: DocumentAnswer): boolean {
  return sightings.some(({ verdict }) => verdict?.state === 'broken' && verdict.level === 'error');
}

/** The row that names the document, though its answer may have a better title than the row. */
function rowOf({ rows }: Task, { title, url }: DocumentAnswer): TaskRow | undefined {
  const rowWith = (isIt: (one: ExpectedDocument) => boolean): TaskRow | undefined =>
    rows.find(({ documents }) => documents.some(isIt));
  return rowWith((one) => one.title === title && one.url === url) ?? rowWith((one) => one.url === url);
}

function describe({ document, row, tasks }: Lost, language: Language): Finding {
  const [nearest] = document.suggestions;
  const list = row?.where.file ?? row?.list ?? '';
  const url = document.url ?? taskAddress(list, tasks[0] ?? '');
  const { label, ...verdict } = nearest === undefined ? missing : renamed;
  return {
    ...nothingAsked,
    ...verdict,
    id: lostDocumentId(verdict.rule, document),
    url,
    title: document.title,
    label: label[language],
    reason: reasonOf(document, nearest)[language],
    evidence: { ...nothingAsked.evidence, facts: { nearest: document.suggestions.map(nearestOf) } },
    trail: [
      {
        url: list,
        place: [addressName(row?.list ?? list)],
        headings: [`Task${tasks.join(', ')}`],
        text: document.title,
      },
    ],
    tasks,
  };
}

const missing = {
  verdict: 'broken',
  level: 'error',
  rule: 'missing-document',
  label: { en: 'missing', ja: '資料なし' },
} as const;

const renamed = {
  verdict: 'not-checked',
  level: 'warning',
  rule: 'possibly-renamed',
  label: { en: 'renamed?', ja: '改称?' },
} as const;

function nearestOf({ title, url }: Sighting): { title: string; url: string } {
  return { title, url };
}

function reasonOf({ places }: DocumentAnswer, nearest: Sighting | undefined): Text {
  const english = places.map(({ title }) => title).join(', ');
  const japanese = places.map(({ title }) => title).join('、');
  if (nearest === undefined)
    return {
      en: `A task needs this document, and it is at none of these places: ${english}.`,
      ja: `タスクに必要な資料ですが、次のどこにもありません: ${japanese}。`,
    };
  return {
    en: `A task needs this document, and it is at none of these places: ${english}. It may have been renamed: “${nearest.title}”.`,
    ja: `タスクに必要な資料ですが、次のどこにもありません: ${japanese}。改称の可能性があります: 「${nearest.title}」。`,
  };
}

/** The fields of a finding that rests on no request. */
export const nothingAsked: Pick<Finding, 'status' | 'evidence' | 'referrers' | 'also' | 'affected'> = {
  status: null,
  evidence: {
    attempts: [],
    hops: [],
    finalUrl: null,
    contentType: null,
    bytes: null,
    correlation: {},
    detail: null,
    facts: {},
  },
  referrers: [],
  also: [],
  affected: 1,
};
