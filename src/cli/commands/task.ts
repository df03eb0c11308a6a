import type { Freshness, UnknownTask } from '../../app/tasks/ask.js';
import { SetupError, type Problem } from '../../model/problem.js';
import { mostInSpan, readTaskIds } from '../../model/task-span.js';
import type { Language } from '../../model/text.js';
import type { Command } from '../command.js';
import type { Given } from '../options/option.js';
import { configOption, noProgressOption, quietOption, verboseOption } from '../options/presentation.js';
import { languageSetting, storeSetting } from '../options/settings.js';
import { offlineOption, taskFormatOption, ticketOption, walkFirstOption } from '../options/tasks.js';
import { prepare } from '../prepare.js';
import { printAnswers } from '../print-answers.js';
import { chosenFormat, formatProblems } from '../options/task-format.js';

const settings = [languageSetting, storeSetting];

/** Answers for single tasks: which documents they need, and where those are today. */
export const task: Command = {
  name: 'task',
  operands: '<id...>',
  summary: 'show what a task needs, and where it is or is not',
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
    const config = await prepare(invocation, {
      settings,
      check: (language) => [
        ...others.map((word) => noId(word, language)),
        ...freshnessProblems(given, language),
        ...formatProblems(given, language),
      ],
    });
    const answer = await printAnswers(invocation, config, (manner, world) =>
      useCases.answerTasks(
        {
          ...manner,
          ids,
          freshness: freshnessOf(given),
          format: given.has(ticketOption) ? 'ticket' : chosenFormat(given),
        },
        world,
      ),
    );
    if (answer.unknown.length > 0)
      throw new SetupError(answer.unknown.map((one) => unknownTask(one, config.language)));
    return answer.isLacking ? 1 : 0;
  },
};

function freshnessOf(given: Given): Freshness {
  if (given.has(offlineOption)) return 'offline';
  return given.has(walkFirstOption) ? 'walk' : 'recheck';
}

function freshnessProblems(given: Given, language: Language): readonly Problem[] {
  if (!given.has(offlineOption) || !given.has(walkFirstOption)) return [];
  const message = {
    en: '--offline and --fresh exclude each other',
    ja: '--offline と --fresh は同時に指定できません',
  };
  return [{ place: {}, message: message[language] }];
}

function noId(word: string, language: Language): Problem {
  const message = { en: `"${word}" is not the id of a task`, ja: `「${word}」はタスク ID ではありません` };
  const hint = {
    en: `ids are 3 to 5 digits, as in 4122 or Task4122; a range such as 4106-4108 names at most ${mostInSpan}`,
    ja: `タスク ID は 4122 や Task4122 のような 3～5 桁の数字です。4106-4108 のような範囲は ${mostInSpan} 件までです`,
  };
  return { place: {}, message: message[language], hint: hint[language] };
}

function unknownTask({ id, nearest, unread: [unread] }: UnknownTask, language: Language): Problem {
  const message =
    unread === undefined
      ? { en: `no list names a task ${id}`, ja: `タスク ${id} はどのリストにもありません` }
      : {
          en: `no list names a task ${id}, but ${unread} could not be read`,
          ja: `タスク ${id} は読み取れたリストにはありませんが、${unread} を読み取れませんでした`,
        };
  const near = nearest.join(', ');
  const hint =
    near === ''
      ? { en: 'see: playbook-health tasks', ja: '一覧: playbook-health tasks' }
      : { en: `nearest: ${near}`, ja: `近い ID: ${near}` };
  return { place: {}, message: message[language], hint: hint[language] };
}
