import { escapeMarkup } from '../../kit/escape/markup.js';
import { shorten } from '../../kit/text/shorten.js';
import type { Report } from '../../model/report.js';
import type { Speech } from '../wording/speech.js';
import { writeListFinding } from '../wording/tasks.js';
import { writeFolded } from './folded.js';

const longest = 400;
const mostLines = 100;

/** What of the task lists could not be read, and what is wrong with them; folded, and empty if there is nothing. */
export function writeLists({ taskLists, listFindings, language }: Report, speech: Speech): string {
  const unread = taskLists.flatMap(({ problems }) => problems);
  const found = listFindings.map((finding) => writeListFinding(finding, language));
  const parts = [
    writeLines(speech.say('listProblems'), unread, speech),
    writeLines(speech.say('listFindings'), found, speech),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function writeLines(heading: string, lines: readonly string[], speech: Speech): string {
  if (lines.length === 0) return '';
  const items = lines.slice(0, mostLines).map((line) => escapeMarkup(shorten(line, longest)));
  return writeFolded(heading, items, lines.length, speech);
}
