import { fingerprint } from '../../kit/fingerprints/fingerprint.js';
import { utcDay } from '../../kit/time/utc-day.js';
import { describeProblem, type Problem } from '../../model/problem.js';
import type { ReportedList } from '../../model/reported-task.js';
import type { Finding } from '../../model/report.js';
import type { Language, Text } from '../../model/text.js';
import { addressName } from '../trails/names.js';
import { nothingAsked } from './task-findings.js';

/** A list that the configuration names, as it was read. */
export interface ConfiguredList {
  readonly name: string;
  readonly rows: readonly unknown[];
  readonly problems: readonly Problem[];
  /** Nothing could be read of it: its rows are those of the last run that could, which began then, milliseconds since 1970. */
  readonly recalledFrom?: number;
}

const mostProblems = 100;
const label: Text = { en: 'unreadable', ja: '読取不可' };

/** The lists as reports have them, with what could not be read of them. */
export function describeLists(lists: readonly ConfiguredList[]): ReportedList[] {
  return lists.map(({ name, rows, problems }) => ({
    name,
    rows: rows.length,
    problems: problems.slice(0, mostProblems).map(describeProblem),
  }));
}

/**
 * One finding for each list of which nothing could be read: its tasks are missing from the report, or those of an earlier night.
 */
export function findUnreadLists(lists: readonly ConfiguredList[], language: Language): readonly Finding[] {
  return lists.flatMap(({ name, rows, problems: [problem], recalledFrom }): readonly Finding[] => {
    if ((rows.length > 0 && recalledFrom === undefined) || problem === undefined) return [];
    const sentence =
      recalledFrom === undefined
        ? {
            en: `This Task Reference List cannot be used, so its tasks were not looked at: ${problem.message}.`,
            ja: `このタスク参照リストを読めないため、記載されたタスクは確認できていません: ${problem.message}`,
          }
        : {
            en: `This Task Reference List cannot be read, so its tasks are those of ${utcDay(recalledFrom)}: ${problem.message}.`,
            ja: `このタスク参照リストを読めないため、${utcDay(recalledFrom)} に読み取った内容で確認しています: ${problem.message}`,
          };
    return [
      {
        ...nothingAsked,
        id: fingerprint(`task-list ${name}`),
        url: name,
        title: addressName(name),
        verdict: 'not-checked',
        level: 'warning',
        rule: 'task-list',
        label: label[language],
        reason: sentence[language],
        trail: [],
        tasks: [],
      },
    ];
  });
}
