import { reword, type NameDraft } from './draft.js';

/** English words before an id. */
export const taskWords: readonly string[] = ['task', 'id'];

/** Takes `Task 4122`, `Task ID 4122` and `タスク4122`. */
export function takeTasks(draft: NameDraft): void {
  const { words } = draft;
  for (let at = words.length - 2; at >= 0; at--) {
    const word = words[at];
    const id = words[at + 1]?.text ?? '';
    if (word === undefined || !/^\d{3,5}$/.test(id)) continue;
    const named = word.text === 'id' && words[at - 1]?.text === 'task';
    const marked = word.text === 'task' || (word.kind === 'japanese' && word.text.endsWith('タスク'));
    if (!named && !marked) continue;
    draft.tasks.unshift(id);
    const rest = word.text.replace(/^task$|^id$|タスク$/, '');
    words.splice(named ? at - 1 : at, named ? 3 : 2, ...(rest === '' ? [] : [reword(word, rest)]));
  }
}
