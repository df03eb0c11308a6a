import { escapeMarkdown } from '../../kit/escape/markdown.js';
import { shorten } from '../../kit/text/shorten.js';
import type { Report } from '../../model/report.js';
import type { ReportedDocument, ReportedTask } from '../../model/reported-task.js';
import { taskName } from '../../model/task.js';
import type { Speech } from '../wording/speech.js';
import {
  countNeedy,
  nameState,
  shownOf,
  stoppedTasks,
  writeListFinding,
  type StoppedTask,
} from '../wording/tasks.js';

const longest = 400;
const mostTasks = 1000;
const mostProblems = 100;

/** How many tasks can be done, which cannot and what they lack, and what is wrong with the lists. */
export function writeTasks(report: Report, speech: Speech): readonly string[] {
  const { say, count } = speech;
  const needy = countNeedy(report);
  const stopped = stoppedTasks(report);
  const summary = say('doableTasks', { doable: needy - stopped.length, all: needy });
  return [
    ...(needy === 0
      ? []
      : [
          `## ${say('stoppedTasks')} (${count(stopped.length)})`,
          summary,
          ...writeTable(report, stopped, speech),
        ]),
    ...writeList(
      say('listFindings'),
      report.listFindings.map((finding) => writeListFinding(finding, report.language)),
    ),
    ...writeList(
      say('listProblems'),
      report.taskLists.flatMap(({ problems }) => problems),
    ),
  ];
}

/** A table with a row for each missing document. */
function writeTable(report: Report, stopped: readonly StoppedTask[], speech: Speech): readonly string[] {
  if (stopped.length === 0) return [];
  const { say } = speech;
  const places = report.tasks.find(({ documents }) => documents.length > 0)?.documents[0]?.places ?? [];
  const header = [
    say('task', { id: '' }).trim(),
    say('name'),
    say('document'),
    ...places.map(({ title }) => title),
  ];
  const rows = stopped.slice(0, mostTasks).flatMap((one) => writeRows(one, speech));
  const left = stopped.length - mostTasks;
  const more = left > 0 ? [`\n${say('moreFindings', { count: left })}`] : [];
  return [[row(header), `|${' --- |'.repeat(header.length)}`, ...rows.map(row), ...more].join('\n')];
}

function writeRows(stopped: StoppedTask, speech: Speech): readonly (readonly string[])[] {
  const { task } = stopped;
  const { shown, left } = shownOf(stopped);
  const rows = shown.map((document) => writeRow(task, document, speech));
  if (left === 0) return rows;
  const more = speech.say('moreFindings', { count: left });
  return [...rows, [task.id, taskName(task.names, speech.language), more]];
}

function writeRow(
  task: ReportedTask,
  { title, places }: ReportedDocument,
  speech: Speech,
): readonly string[] {
  return [
    task.id,
    taskName(task.names, speech.language),
    title,
    ...places.map(({ state }) => nameState(state, speech.language)),
  ];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(clean).join(' | ')} |`;
}

function writeList(heading: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, mostProblems).map((line) => `- ${clean(line)}`);
  return [`## ${heading}`, shown.join('\n')];
}

function clean(text: string): string {
  return escapeMarkdown(shorten(text, longest));
}
