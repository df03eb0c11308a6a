import type { Word } from '../split.js';
import { noteVersion, reword, type Draft } from './draft.js';

const announcing = new Set(['version', 'ver', 'rev', 'revision', 'バジョン']);
const closing = new Set('final latest 最新版 最終版 改訂版 確定版 更新 改訂 更新版 版'.split(' '));
/** What may be a mark of a version, or announce one. */
export const versionWords: readonly string[] = [...announcing, ...closing];

/** Takes `v4`, `version 1.2`, `第2版`, `_FINAL`. Four digits after "version" are a release of Windows and stay. */
export function takeVersion(draft: Draft): void {
  const { words } = draft;
  for (let at = words.length - 1; at > 0; at--) {
    const { number, from, length } = versionAt(draft, at);
    if (number === null) continue;
    noteVersion(draft, 'number', Number.parseFloat(number));
    words.splice(from, length);
    takeOrdinal(draft, from - 1);
  }
  const last = words.at(-1);
  if (last === undefined || words.length < 2 || !closing.has(last.text)) return;
  const edition = last.before === '' && last.text.length > 2 && last.text.endsWith('版');
  if (edition || /[_\-([【〔（]\s*$/.test(last.before)) words.pop();
}

interface FoundVersion {
  readonly number: string | null;
  readonly from: number;
  readonly length: number;
}

const nothing: FoundVersion = { number: null, from: 0, length: 0 };

function versionAt({ words }: Draft, at: number): FoundVersion {
  const word = words[at];
  if (word?.kind === 'number') return numberedAt(words, at, word.text);
  const number = words[at - 1]?.text ?? '';
  const edition =
    word?.text === '版' && /^\d{1,2}$/.test(number) && words[at - 2]?.text.endsWith('第') === true;
  return edition ? { number, from: at - 1, length: 2 } : nothing;
}

function numberedAt(words: readonly Word[], at: number, text: string): FoundVersion {
  const short = /^v(\d{1,3}(?:\.\d+)*)$/.exec(text)?.[1];
  if (short !== undefined) return { number: short, from: at, length: 1 };
  const announced = at > 1 && announcing.has(words[at - 1]?.text ?? '') && /^\d{1,2}(\.\d+)*$/.test(text);
  return announced ? { number: text, from: at - 1, length: 2 } : nothing;
}

/** The 第 before an edition's number. */
function takeOrdinal({ words }: Draft, at: number): void {
  const word = words[at];
  if (word?.text.endsWith('第') !== true) return;
  if (word.text === '第') words.splice(at, 1);
  else words[at] = reword(word, word.text.slice(0, -1));
}
