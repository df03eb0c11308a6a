import type { Problem } from '../../model/problem.js';
import type { Language, Text } from '../../model/text.js';

/** Why there is nothing to answer from, and what to do about it. */
type Refusal = Readonly<Record<Language, Required<Omit<Problem, 'place' | 'ja'>>>>;

/** Nothing was walked yet, and nothing can be. */
export const noRun: Refusal = {
  en: {
    message: 'there is no run to answer from, and nothing to walk',
    hint: 'name a configuration with --config, or another --store',
  },
  ja: {
    message: '回答の元になる巡回の記録がなく、巡回するポータルも指定されていません',
    hint: '--config で設定ファイルを、または --store で別の保存先を指定してください',
  },
};

/** Nothing says what to walk first. */
export const nothingToWalk: Refusal = {
  en: { message: 'there is nothing to walk', hint: 'name a configuration with --config' },
  ja: {
    message: '巡回するポータルが指定されていません',
    hint: '--config で設定ファイルを指定してください',
  },
};

/** There are runs, but none that knows a task. */
export const noTask: Refusal = {
  en: {
    message: 'the last run knows no task, nor does one before',
    hint: 'name lists under "tasks" in the configuration, and walk again',
  },
  ja: {
    message: '前回の巡回にも、それ以前の巡回にも、タスクの情報がありません',
    hint: '設定ファイルの "tasks" にリストを指定して、もう一度巡回してください',
  },
};

/** The same where lists are named, but the last run could not read them. */
export const noListRead: Refusal = {
  en: { ...noTask.en, hint: 'walk again when its list can be read' },
  ja: { ...noTask.ja, hint: 'リストを読み取れる状態になったら、もう一度巡回してください' },
};

/** Says why it takes so long. */
export const walkingFirst: Text = {
  en: 'there is no run to answer from yet: walking the portals first',
  ja: '回答の元になる巡回の記録がまだないため、先にポータルを巡回します',
};
