import { fingerprint } from '../../kit/fingerprints/fingerprint.js';
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

/** One finding for each list of which nothing could be read: its tasks are missing from the report. */
export function findUnreadLists(lists: readonly ConfiguredList[], language: Language): readonly Finding[] {
  return lists.flatMap(({ name, rows, problems: [problem] }): readonly Finding[] => {
    if (rows.length > 0 || problem === undefined) return [];
    const sentence = {
      en: `This Task Reference List cannot be used, so its tasks were not looked at: ${problem.message}.`,
      ja: `このタスク参照リストを読めないため、記載されたタスクは確認できていません: ${problem.message}`,
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
