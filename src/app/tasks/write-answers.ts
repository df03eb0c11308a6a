import { describeTask } from '../../findings/tasks/describe-task.js';
import { inertJson } from '../../kit/escape/json.js';
import type { TaskAnswer } from '../../model/task-report.js';
import type { Language } from '../../model/text.js';
import { filterTasks, renderCoverage, type TaskFilter } from '../../tasks/render/coverage.js';
import type { Facts } from '../../tasks/render/facts.js';
import { inARow, indented, type TaskStyle } from '../../tasks/render/layout.js';
import { renderTask } from '../../tasks/render/task.js';
import { writeTicket } from '../../tasks/render/ticket.js';
import { writeTime } from '../../kit/time/both-clocks.js';
import { words } from '../../tasks/render/words.js';
import type { TaskReply } from './ask.js';

/** Answers for a terminal, and what they rest on. */
export function writeAnswers(reply: TaskReply, style: TaskStyle): string {
  const { reconciliation, facts } = reply;
  const answers = reconciliation.report.tasks.map((answer) => renderTask(answer, style, facts));
  return [...answers, writeOrigin(reply, style)].join('\n').concat('\n');
}

/** The state of every task at every place, for a terminal, and what it rests on. */
export function writeCoverage(reply: TaskReply, style: TaskStyle, filter: TaskFilter): string {
  return `${renderCoverage(reply.reconciliation.report, style, filter)}${writeOrigin(reply, style)}\n`;
}

/** What the reader should know about where an answer comes from: notices, when it was seen, and in which run. */
function writeOrigin({ notices, seenAt, run }: TaskReply, style: TaskStyle): string {
  const { language } = style;
  const noted = notices.map((notice) => indented(notice[language], '', style));
  const seen = `${words.asOf[language]} ${writeTime(seenAt)}`;
  return [...noted, inARow([seen, `${words.run[language]} ${run.id}`], style)].join('\n');
}

/** Answers ready to paste into a ticket. */
export function writeTickets({ reconciliation, facts, run, seenAt }: TaskReply): string {
  return reconciliation.report.tasks
    .map((answer) => writeTicket(answer, { facts, now: seenAt, run: run.id }))
    .join(`\n${'='.repeat(40)}\n\n`);
}

/** The same for programs: `tasks` as in a report, and for each address where it is linked and how it was asked for. */
export function writeJson(
  { reconciliation, facts, run, seenAt, notices, unknown }: TaskReply,
  language: Language,
  filter: TaskFilter = {},
): string {
  const tasks = filterTasks(reconciliation.report, filter).map((answer) => ({
    ...describeTask(answer, language),
    resources: describeResources(answer, facts),
  }));
  const { id, startedAt, complete } = run;
  return inertJson(
    {
      run: { id, start: new Date(startedAt).toISOString(), complete },
      seenAt: new Date(seenAt).toISOString(),
      notices: notices.map((notice) => notice[language]),
      tasks,
      unknown,
    },
    2,
  ).concat('\n');
}

function describeResources({ documents }: TaskAnswer, facts: Facts): readonly object[] {
  const sightings = documents.flatMap((document) => document.sightings);
  const distinct = new Map(sightings.map(({ resource, url }) => [resource, url]));
  return [...distinct].flatMap(([id, url]) => {
    const known = facts.of(id);
    if (known === null) return [];
    const { attempts, correlation, trail } = known;
    const lastHealthy = facts.lastHealthy(url);
    return [
      {
        url,
        trail,
        attempts: attempts.map(({ at, took, method, result }) => ({
          at: new Date(at).toISOString(),
          milliseconds: Math.round(took),
          method,
          result,
        })),
        correlation,
        lastHealthy: lastHealthy === null ? null : new Date(lastHealthy).toISOString(),
      },
    ];
  });
}
