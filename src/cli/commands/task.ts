import type { Freshness, UnknownTask } from '../../app/tasks/ask.js';
import { SetupError, type Problem } from '../../model/problem.js';
import { readTaskIds } from '../../model/task.js';
import type { Command } from '../command.js';
import type { Given } from '../options/option.js';
import { configOption, noProgressOption, quietOption, verboseOption } from '../options/presentation.js';
import { languageSetting, storeSetting } from '../options/settings.js';
import { offlineOption, taskFormatOption, ticketOption, walkFirstOption } from '../options/tasks.js';
import { prepare } from '../prepare.js';
import { printAnswers } from '../print-answers.js';
import { chosenFormat, formatProblems } from '../task-format.js';

const settings = [languageSetting, storeSetting];

/** Answers for single tasks: which documents they need, and what of them is where today. */
export const task: Command = {
  name: 'task',
  operands: '<id...>',
  summary: 'tell what a task needs, and where it is or is not',
  examples: [
    'playbook-health task 4122',
    'playbook-health task Task4122 タスク4123 --offline --lang ja',
    'playbook-health task 4122 --ticket > ticket.txt',
  ],
  options: [
    offlineOption,
    walkFirstOption,
    configOption,
    ticketOption,
    taskFormatOption,
    ...settings,
    quietOption,
    verboseOption,
    noProgressOption,
  ],
  run: async (invocation) => {
    const { operands, given, useCases } = invocation;
    const { ids, others } = readTaskIds(operands);
    const mistakes = [
      ...invocation.mistakes,
      ...others.map(noId),
      ...choiceProblems(given),
      ...formatProblems(given),
    ];
    const config = await prepare({ ...invocation, mistakes }, { settings });
    const told = await printAnswers(invocation, config, (manner, world) =>
      useCases.tellTasks(
        {
          ...manner,
          ids,
          freshness: freshnessOf(given),
          format: given.has(ticketOption) ? 'ticket' : chosenFormat(given),
        },
        world,
      ),
    );
    if (told.unknown.length > 0) throw new SetupError(told.unknown.map(unknownTask));
    return told.isLacking ? 1 : 0;
  },
};

function freshnessOf(given: Given): Freshness {
  if (given.has(offlineOption)) return 'offline';
  return given.has(walkFirstOption) ? 'walk' : 'recheck';
}

function choiceProblems(given: Given): readonly Problem[] {
  if (!given.has(offlineOption) || !given.has(walkFirstOption)) return [];
  return [{ place: {}, message: '--offline and --fresh exclude each other' }];
}

function noId(word: string): Problem {
  return {
    place: {},
    message: `"${word}" is not the id of a task`,
    hint: 'ids are 3 to 5 digits, as in 4122 or Task4122',
  };
}

function unknownTask({ id, nearest }: UnknownTask): Problem {
  const hint = nearest.length > 0 ? `nearest: ${nearest.join(', ')}` : 'see: playbook-health tasks';
  return { place: {}, message: `no list names a task ${id}`, hint };
}
