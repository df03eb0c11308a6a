import { element, escape } from '../markup.js';
import type { DemoTask } from '../tasks/task-rows.js';

export const englishHeadings = [
  'Task ID',
  'Task Name',
  '(M)andatory / (O)ptional',
  'FastTrack Role',
  'Services',
];
export const japaneseHeadings = [
  'タスク ID',
  'タスク名',
  '(M) 必須 (O) オプション',
  'FastTrack の役割',
  'サービス',
];

/** A task's cells in English; `name` where the name holds links. */
export function englishCells(task: DemoTask, name = escape(task.name.en)): readonly string[] {
  return [task.id, name, task.importance, task.role, task.services];
}

/** A task's cells in Japanese. */
export function japaneseCells(task: DemoTask, name = escape(task.name.ja)): readonly string[] {
  return [task.id, name, task.importance, task.role, task.services];
}

/** Headings that are bold text instead of `th` elements. */
export function bold(headings: readonly string[]): readonly string[] {
  return headings.map((text) => element('strong', {}, text));
}
