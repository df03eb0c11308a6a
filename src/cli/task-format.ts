import { didYouMean } from '../kit/nearest.js';
import type { Problem } from '../model/problem.js';
import { lastOf, type Given } from './options/option.js';
import { taskFormatOption } from './options/tasks.js';

const formats = ['text', 'json'] as const;
type TaskFormat = (typeof formats)[number];

/** The format that answers about tasks are to have; text, unless one that exists is named. */
export function chosenFormat(given: Given): TaskFormat {
  return formats.find((format) => format === lastOf(given, taskFormatOption)) ?? 'text';
}

/** Why answers cannot have the format that is asked for. */
export function formatProblems(given: Given): readonly Problem[] {
  const format = lastOf(given, taskFormatOption);
  if (format === undefined || formats.some((known) => known === format)) return [];
  const hint = didYouMean(format, formats, `one of ${formats.join(', ')}`);
  return [{ place: {}, message: `there is no format "${format}" of tasks`, hint }];
}
