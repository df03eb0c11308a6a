import type { TaskFilter } from '../../app/tasks.js';
import type { Problem } from '../../model/problem.js';
import { documentStates } from '../../model/task-report.js';
import { languages, type Language } from '../../model/text.js';
import type { Command } from '../command.js';
import { lastOf, type Given } from '../options/option.js';
import { configOption, noProgressOption, quietOption, verboseOption } from '../options/presentation.js';
import { languageSetting, storeSetting } from '../options/settings.js';
import {
  languageFilter,
  placeFilter,
  serviceFilter,
  stateFilter,
  stoppedFilter,
  taskFormatOption,
  walkFirstOption,
} from '../options/tasks.js';
import { prepare } from '../prepare.js';
import { printAnswers } from '../print-answers.js';
import { choiceProblems } from '../options/choices.js';
import { chosenFormat, formatProblems } from '../options/task-format.js';

const settings = [languageSetting, storeSetting];

/** Lists the state of every task at every place. */
export const tasks: Command = {
  name: 'tasks',
  operands: '',
  summary: 'list all tasks, and which cannot be done today',
  examples: [
    'playbook-health tasks --stopped',
    'playbook-health tasks --state missing --place community',
    'playbook-health tasks --service intune --lang ja',
  ],
  options: [
    stoppedFilter,
    stateFilter,
    placeFilter,
    languageFilter,
    serviceFilter,
    walkFirstOption,
    configOption,
    taskFormatOption,
    ...settings,
    quietOption,
    verboseOption,
    noProgressOption,
  ],
  run: async (invocation) => {
    const { given, useCases } = invocation;
    const config = await prepare(invocation, {
      settings,
      check: (language) => [...filterProblems(given, language), ...formatProblems(given, language)],
    });
    const answer = await printAnswers(invocation, config, (manner, world) =>
      useCases.listTasks(
        {
          ...manner,
          ids: null,
          freshness: given.has(walkFirstOption) ? 'walk' : 'offline',
          format: chosenFormat(given),
          filter: filterOf(given),
        },
        world,
      ),
    );
    return answer.isLacking ? 1 : 0;
  },
};

function filterOf(given: Given): TaskFilter {
  const state = documentStates.find((known) => known === lastOf(given, stateFilter));
  const language = languages.find((known) => known === lastOf(given, languageFilter));
  const place = lastOf(given, placeFilter);
  const service = lastOf(given, serviceFilter);
  return {
    ...(given.has(stoppedFilter) ? { stopped: true } : {}),
    ...(state === undefined ? {} : { state }),
    ...(language === undefined ? {} : { language }),
    ...(place === undefined ? {} : { place }),
    ...(service === undefined ? {} : { service }),
  };
}

function filterProblems(given: Given, language: Language): readonly Problem[] {
  return [
    ...choiceProblems(given, stateFilter, documentStates, language),
    ...choiceProblems(given, languageFilter, languages, language),
  ];
}
