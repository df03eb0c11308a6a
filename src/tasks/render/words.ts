import type { Text } from '../../model/text.js';

export const words = {
  task: { en: 'Task', ja: 'タスク' },
  name: { en: 'Name', ja: '名前' },
  noTasks: { en: 'No task is like that.', ja: '該当するタスクはありません。' },
  mandatory: { en: 'mandatory', ja: '必須' },
  optional: { en: 'optional', ja: '任意' },
  noDocuments: { en: 'The lists name no document for it.', ja: 'リストに資料の記載はありません。' },
  documents: { en: 'documents: ', ja: '資料: ' },
  nearest: { en: 'Nearest titles elsewhere', ja: '似たタイトル' },
  others: { en: 'Other languages and versions', ja: '他の言語・版' },
  asOf: { en: 'as of', ja: '確認時点' },
  run: { en: 'run', ja: '巡回' },
  lastHealthy: { en: 'last seen healthy', ja: '最後に正常だった日時' },
} as const satisfies Readonly<Record<string, Text>>;

/** How many of all tasks are shown; if all are, also for how many the lists name documents, since reports count only those. */
export function countTasks(shown: number, all: number, withDocuments: number): Text {
  if (shown < all) return { en: `${shown} of ${all} tasks`, ja: `タスク ${all} 件中 ${shown} 件` };
  const text = { en: `${all} ${all === 1 ? 'task' : 'tasks'}`, ja: `タスク ${all} 件` };
  if (withDocuments === all) return text;
  return {
    en: `${text.en} (${withDocuments} with documents)`,
    ja: `${text.ja} (うち資料の記載あり ${withDocuments} 件)`,
  };
}
