import type { DocumentState } from '../../model/task-report.js';
import type { Language, Text } from '../../model/text.js';

/** What partners read of a task's answer. */
export const stateWords: Readonly<Record<DocumentState, Text>> = {
  available: { en: 'available', ja: '利用可' },
  'older-version': { en: 'older version', ja: '旧版' },
  'other-language': { en: 'other language only', ja: '他言語のみ' },
  'sign-in': { en: 'not checked (sign-in)', ja: '未確認（サインイン）' },
  'not-checked': { en: 'not checked', ja: '未確認' },
  elsewhere: { en: 'only elsewhere', ja: '別の場所のみ' },
  'possibly-renamed': { en: 'possibly renamed', ja: '改称の可能性' },
  missing: { en: 'missing', ja: '見つかりません' },
  broken: { en: 'broken', ja: '開けません' },
};

export const words = {
  task: { en: 'Task', ja: 'タスク' },
  mandatory: { en: 'mandatory', ja: '必須' },
  optional: { en: 'optional', ja: '任意' },
  noDocuments: { en: 'The lists name no document for it.', ja: 'リストに資料の記載はありません。' },
  nearest: { en: 'Nearest titles elsewhere', ja: '似たタイトル' },
  others: { en: 'Other languages and versions', ja: '他の言語・版' },
  asOf: { en: 'as of', ja: '確認時点' },
  run: { en: 'run', ja: '実行' },
  lastHealthy: { en: 'last seen healthy', ja: '最後に正常だった日時' },
} as const satisfies Readonly<Record<string, Text>>;

/** `2026-11-22 17:15:00 JST (08:15:00 UTC)`: both clocks, since tickets travel. */
export function writeTime(milliseconds: number): string {
  const utc = new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
  const japan = new Date(milliseconds + 9 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
  return `${japan} JST (${utc} UTC)`;
}

/** The task's name in a language, else in the other. */
export function nameOf(names: Readonly<Partial<Record<Language, string>>>, language: Language): string {
  return names[language] ?? names.en ?? names.ja ?? '';
}
