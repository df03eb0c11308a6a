import { csvCell } from '../kit/escape/csv.js';
import { shorten } from '../kit/shorten.js';
import type { Finding, Reporter } from '../model/report.js';
import { describeTrail, nameFinding, shortOutcome } from './describe.js';
import { speak, type Speech } from './speech.js';
import type { Word } from './words.js';

/** Without it Japanese Excel takes UTF-8 for Shift_JIS. */
const byteOrderMark = '\ufeff';
/** Excel shows no more characters in a cell (32,767); a full-width one has two columns. */
const longestCell = 16_000;

type Column = readonly [heading: Word, cell: (finding: Finding, speech: Speech) => string | number];

const columns: readonly Column[] = [
  ['state', ({ verdict }, { say }) => say(verdict)],
  ['level', ({ level }, { say }) => say(level)],
  ['status', (finding) => finding.status ?? shortOutcome(finding)],
  ['name', nameFinding],
  ['address', ({ url }) => url],
  ['reason', ({ reason }) => reason],
  ['trail', (finding, speech) => describeTrail(finding, speech, (text) => text)],
  ['links', ({ referrers }) => referrers.length],
  ['firstPage', ({ referrers }) => referrers[0]?.url ?? ''],
  ['end', ({ evidence }) => evidence.finalUrl ?? ''],
  ['tasks', ({ tasks }) => tasks.join(' ')],
  ['rule', ({ rule }) => rule],
  ['identity', ({ id }) => id],
];

/** One row a finding, for spreadsheets: opens in Japanese Excel as it is, and nothing in it is calculated. */
export const csv: Reporter = {
  id: 'csv',
  endings: ['.csv'],
  summary: 'one row a finding, for Excel',
  render: (report) => {
    const speech = speak(report.language);
    const headings = columns.map(([heading]) => csvCell(speech.say(heading)));
    const rows = report.findings.map((finding) =>
      columns.map(([, cell]) => writeCell(cell(finding, speech))),
    );
    return `${byteOrderMark}${[headings, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')}`;
  },
};

function writeCell(value: string | number): string {
  return csvCell(typeof value === 'string' ? shorten(value, longestCell) : value);
}
