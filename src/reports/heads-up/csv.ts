import type { ChangeSubject } from '../../model/change.js';
import { writeSheet } from '../sheet.js';
import { speak, type Speech } from '../wording/speech.js';
import type { Word } from '../wording/words.js';
import type { HeadsUpReporter } from './reporter.js';
import { addressOf, rowsOf, type Row } from './rows.js';

type Column = readonly [heading: Word, cell: (row: Row, speech: Speech) => string | number];

const subjects = {
  page: 'subjectPage',
  document: 'subjectDocument',
  task: 'subjectTask',
  host: 'subjectHost',
  other: 'subjectOther',
} as const satisfies Readonly<Record<ChangeSubject, Word>>;

const columns: readonly Column[] = [
  ['publishedOn', ({ date }) => date],
  ['topicTitle', ({ title }) => title],
  ['whatChanged', ({ kind }) => kind],
  ['subject', ({ change }, { say }) => say(subjects[change.subject])],
  ['reason', ({ reason }) => reason],
  ['address', ({ change }) => addressOf(change) ?? ''],
  ['previousAddress', ({ change }) => change.previousUrl ?? ''],
  ['otherLanguage', ({ change }) => change.counterpart ?? ''],
  ['addresses', ({ change }) => change.affected],
  ['changeIdentity', ({ change }) => change.id],
];

/** One row for each change, for spreadsheets. Documents in English only are no change, so they are left out. */
export const csv: HeadsUpReporter = {
  id: 'csv',
  endings: ['.csv'],
  render: (headsUp) => {
    const speech = speak(headsUp.language);
    const headings = columns.map(([heading]) => speech.say(heading));
    const rows = rowsOf(headsUp, speech).map((row) => columns.map(([, cell]) => cell(row, speech)));
    return writeSheet([headings, ...rows]);
  },
};
