import type { Finding, Reporter } from '../model/report.js';
import { describeTrail, nameFinding, shortOutcome } from './wording/describe.js';
import { courseWords, describeAcceptance } from './wording/past.js';
import { writeSheet } from './sheet.js';
import { speak, type Speech } from './wording/speech.js';
import type { Word } from './wording/words.js';

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
  ['end', ({ evidence: { hops, finalUrl } }) => (hops.length > 0 ? (finalUrl ?? '') : '')],
  ['tasks', ({ tasks }) => tasks.join(' ')],
  ['rule', ({ rule }) => rule],
  ['identity', ({ id }) => id],
  ['since', ({ past }, { date }) => (past === undefined ? '' : date(past.firstSeen))],
  ['course', ({ past }, { say }) => (past === undefined ? '' : say(courseWords[past.course]))],
  ['accepted', describeAcceptance],
];

/** One row for each finding, for spreadsheets. New columns go to the end, since formulas count columns. */
export const csv: Reporter = {
  id: 'csv',
  endings: ['.csv'],
  render: (report) => {
    const speech = speak(report.language);
    const headings = columns.map(([heading]) => speech.say(heading));
    const rows = report.findings.map((finding) => columns.map(([, cell]) => cell(finding, speech)));
    return writeSheet([headings, ...rows]);
  },
};
