import { periodicals } from '../../vocabulary/words.js';
import type { Word } from '../split.js';
import { copyWords, takeCopy } from './copy.js';
import { takeDate } from './date.js';
import type { NameDraft } from './draft.js';
import { languageWords, takeLanguage } from './language.js';
import { remarkWords, takeRemark } from './remark.js';
import { takeTasks, taskWords } from './task.js';
import { takeVersion, versionWords } from './version.js';

const markWords: ReadonlySet<string> = new Set([
  ...taskWords,
  ...copyWords,
  ...languageWords,
  ...versionWords,
  ...remarkWords,
]);

/** Separates a name from its marks of language, version, date, copy, remark and task. A name of nothing but marks stays as it is. */
export function readMarks(words: readonly Word[]): Readonly<NameDraft> {
  const plain = !words.some(mayBeMark);
  const draft: NameDraft = { words: [...words], language: null, version: null, copy: null, tasks: [], plain };
  if (plain) return draft;
  const numbered = words.some(({ kind }) => kind === 'number');
  if (numbered) takeTasks(draft);
  takeCopy(draft);
  const dated = numbered && !isPeriodical(words);
  for (let before = -1; before !== draft.words.length;) {
    before = draft.words.length;
    takeLanguage(draft);
    if (dated) takeDate(draft);
    takeVersion(draft);
    takeRemark(draft);
  }
  return draft.words.length > 0 ? draft : { ...draft, words: [...words] };
}

/** Whether a word could be a mark or announce one. Most names have no such word, and need no closer look. */
function mayBeMark({ text, kind, depth }: Word): boolean {
  switch (kind) {
    case 'letters':
      return markWords.has(text);
    case 'number':
      return depth > 0 || startOfVersionOrYear.test(text);
    case 'japanese':
      return markLetters.test(text);
  }
}

/** Characters of which every mark in Japanese has some. */
const markLetters =
  /タスク|コピ|語|訳|文|版|第|更新|改訂|新|必|任意|推奨|参考|案|仮|ドラフト|バジョン|年|月|日/;
const startOfVersionOrYear = /^(?:v|19|20)/;

const periodicalWords = [...periodicals];

/** Each issue of a newsletter is a document of its own, so its date belongs to its name. */
function isPeriodical(words: readonly Word[]): boolean {
  return words.some(({ text, kind }) =>
    kind === 'japanese' ? periodicalWords.some((word) => text.includes(word)) : periodicals.has(text),
  );
}
