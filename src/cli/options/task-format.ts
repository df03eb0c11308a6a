import type { Problem } from '../../model/problem.js';
import type { Language } from '../../model/text.js';
import { choiceProblems } from './choices.js';
import { lastOf, type Given } from './option.js';
import { taskFormatOption } from './tasks.js';

const formats = ['text', 'json'] as const;
type TaskFormat = (typeof formats)[number];

/** The format asked for, for answers about tasks; text unless another is named. */
export function chosenFormat(given: Given): TaskFormat {
  return formats.find((format) => format === lastOf(given, taskFormatOption)) ?? 'text';
}

/** Why answers cannot have the format that is asked for. */
export function formatProblems(given: Given, language: Language): readonly Problem[] {
  return choiceProblems(given, taskFormatOption, formats, language);
}
