import { availabilityOf, stateOfDocument, type Availability, type TaskAnswer } from '../model/task-report.js';

/**
 * The answers of the runs before the earlier one, the newest first; each is made when it is asked for, and may be asked for
 * again.
 */
export type OlderAnswers = Iterable<readonly TaskAnswer[]>;

/** Of each document that the task needs, whether it can be had. */
export function availabilitiesOf({ documents }: TaskAnswer): readonly Availability[] {
  return documents.map((document) => availabilityOf(stateOfDocument(document)));
}

/** Equal for two answers if the task has the same names and needs the same documents, in the same order. */
export function whatItNeeds(answer: TaskAnswer): string {
  return JSON.stringify([answer.task.names, documentsOf(answer)]);
}

/** Equal for two answers if the task needs the same documents, in the same order. */
export function documentsOf({ task }: TaskAnswer): string {
  return JSON.stringify(task.documents.map(({ title, url }) => [title, url]));
}

/**
 * For each task of which the earlier run could not tell what the later can: how its documents were when older runs last knew.
 * Asks for no older answers where there is no such task.
 */
export function recallAvailability(
  before: ReadonlyMap<string, TaskAnswer>,
  after: readonly TaskAnswer[],
  older: OlderAnswers,
): ReadonlyMap<string, readonly Availability[]> {
  const found = new Map<string, readonly Availability[]>();
  const open = new Map<string, string>();
  for (const answer of after) {
    const past = before.get(answer.task.id);
    if (past === undefined || !isUndecided(past, answer)) continue;
    found.set(answer.task.id, availabilitiesOf(past));
    open.set(answer.task.id, whatItNeeds(answer));
  }
  if (open.size === 0) return found;
  for (const answers of older) {
    for (const answer of answers) {
      const { id } = answer.task;
      if (open.get(id) !== whatItNeeds(answer)) continue;
      const was = availabilitiesOf(answer);
      const known = (found.get(id) ?? []).map((one, at) => (one === 'unknown' ? (was[at] ?? one) : one));
      found.set(id, known);
      if (!known.includes('unknown')) open.delete(id);
    }
    if (open.size === 0) break;
  }
  return found;
}

/**
 * Tasks as older runs last answered them, of those that needed the same then. Asks for no older answers if there are no tasks.
 */
export function recallAnswers(tasks: readonly TaskAnswer[], older: OlderAnswers): readonly TaskAnswer[] {
  const left = new Map(tasks.map((answer) => [answer.task.id, whatItNeeds(answer)]));
  const found: TaskAnswer[] = [];
  for (const answers of left.size === 0 ? [] : older) {
    for (const answer of answers) {
      if (left.get(answer.task.id) === whatItNeeds(answer)) found.push(answer);
      left.delete(answer.task.id);
    }
    if (left.size === 0) break;
  }
  return found;
}

function isUndecided(past: TaskAnswer, present: TaskAnswer): boolean {
  const was = availabilitiesOf(past);
  return (
    whatItNeeds(past) === whatItNeeds(present) &&
    availabilitiesOf(present).some((one, at) => was[at] === 'unknown' && one !== 'unknown')
  );
}
