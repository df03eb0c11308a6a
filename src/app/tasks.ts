import { SetupError } from '../model/problem.js';
import type { Style } from '../model/report.js';
import { isStopped, type TaskAnswer } from '../model/task-report.js';
import { openStore } from '../store/store.js';
import { filterTasks, type TaskFilter } from '../tasks/render/coverage.js';
import type { World } from './context/world.js';
import { askTasks, type TaskReply, type TaskRequest, type UnknownTask } from './tasks/ask.js';
import { filterProblems } from './tasks/filter-problems.js';
import { noRun, nothingToWalk, walkingFirst } from './tasks/refusals.js';
import { writeAnswers, writeCoverage, writeJson, writeTickets } from './tasks/write-answers.js';

export type { TaskFilter };

/** What to answer, and how to write it. */
export interface AnswerRequest extends TaskRequest {
  readonly format: 'text' | 'json' | 'ticket';
  readonly style: Style;
  readonly filter?: TaskFilter;
}

/** An answer in words. */
export interface WrittenAnswer {
  readonly text: string;
  readonly unknown: readonly UnknownTask[];
  /** A document of a task that is shown is broken or missing. */
  readonly isLacking: boolean;
}

/** Answers for single tasks. Rejects with a `SetupError` if there is nothing to answer from. */
export async function answerTasks(request: AnswerRequest, world: World): Promise<WrittenAnswer> {
  const { format, language } = request;
  const style = { ...request.style, language };
  const write = {
    text: (reply: TaskReply) => writeAnswers(reply, style),
    json: (reply: TaskReply) => writeJson(reply, language),
    ticket: writeTickets,
  }[format];
  await walkFirst(request, world);
  return askTasks(request, world, (reply) => {
    const { tasks } = reply.reconciliation.report;
    return {
      text: tasks.length === 0 && format !== 'json' ? '' : write(reply),
      unknown: reply.unknown,
      isLacking: tasks.some(lacksDocument),
    };
  });
}

/**
 * Answers for every task at every place. Rejects with a `SetupError` if there is nothing to answer from, or the filter names what
 * is not there.
 */
export async function listTasks(request: AnswerRequest, world: World): Promise<WrittenAnswer> {
  const { format, language, filter = {} } = request;
  const style = { ...request.style, language };
  await walkFirst(request, world);
  return askTasks(request, world, (reply) => {
    const { report } = reply.reconciliation;
    const problems = filterProblems(report, filter, language);
    if (problems.length > 0) throw new SetupError(problems);
    return {
      text: format === 'json' ? writeJson(reply, language, filter) : writeCoverage(reply, style, filter),
      unknown: [],
      isLacking: filterTasks(report, filter).some(lacksDocument),
    };
  });
}

/** Walks where that is asked for, or where there is no run to answer from. */
async function walkFirst({ config, freshness, language }: TaskRequest, world: World): Promise<void> {
  const [newest] = openStore(config.store).ended();
  const isEmpty = newest === undefined;
  if (freshness !== 'walk' && !isEmpty) return;
  if (config.sources.length === 0) {
    const refusal = isEmpty ? noRun : nothingToWalk;
    throw new SetupError([{ place: { file: config.store }, ...refusal[language] }]);
  }
  if (isEmpty) world.log.warn(walkingFirst[language]);
  // Loaded where it is needed: most answers need no walk.
  const { crawl } = await import('./crawl.js');
  await crawl({ config, language, all: false, fresh: false }, world);
}

/** Whether a document of a task is broken or missing somewhere, or cannot be had anywhere, which is what stops the task. */
function lacksDocument(answer: TaskAnswer): boolean {
  const states = answer.documents.flatMap(({ places }) => places.map(({ state }) => state));
  return isStopped(answer) || states.some((state) => state === 'broken' || state === 'missing');
}
