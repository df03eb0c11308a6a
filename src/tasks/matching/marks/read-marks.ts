import { periodicals } from '../../vocabulary/words.js';
import type { Word } from '../split.js';
import { takeCopy } from './copy.js';
import { takeDate } from './date.js';
import type { Draft } from './draft.js';
import { takeLanguage } from './language.js';
import { takeTasks } from './task.js';
import { takeVersion } from './version.js';

/** Parts a name from its language, version, date, copy and task marks. What is nothing but marks stays as it is. */
export function readMarks(words: readonly Word[]): Readonly<Draft> {
  const draft: Draft = { words: [...words], language: null, version: null, copy: null, tasks: [] };
  const numbered = words.some(({ kind }) => kind === 'number');
  if (numbered) takeTasks(draft);
  takeCopy(draft);
  const dated = numbered && !isPeriodical(words);
  for (let before = -1; before !== draft.words.length;) {
    before = draft.words.length;
    takeLanguage(draft);
    if (dated) takeDate(draft);
    takeVersion(draft);
  }
  return draft.words.length > 0 ? draft : { ...draft, words: [...words] };
}

const periodicalWords = [...periodicals];

/** Each issue of a newsletter is a document of its own, so its date belongs to its name. */
function isPeriodical(words: readonly Word[]): boolean {
  return words.some(({ text, kind }) =>
    kind === 'japanese' ? periodicalWords.some((word) => text.includes(word)) : periodicals.has(text),
  );
}
