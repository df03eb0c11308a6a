import type { Word } from '../split.js';
import { noteVersion, takeEnding, type NameDraft } from './draft.js';

const announcing = new Set(['version', 'ver', 'rev', 'revision', 'バジョン']);
const closing = new Set(
  'final latest draft updated ドラフト 案 仮 最新版 最終版 改訂版 確定版 暫定版 ドラフト版 更新 改訂 更新版 新規 新着 版'.split(
    ' ',
  ),
);
/** Those that are marks at the end of a name even without a hyphen or bracket before them. */
const plainClosing = new Set('final draft 最新版 最終版 確定版'.split(' '));
const news = new Set('new updated update 新 新着 新規 最新 更新 改訂 更新版 改訂版 最新版'.split(' '));
/** Words that may be marks of a version, or announce one. */
export const versionWords: readonly string[] = [...announcing, ...closing, ...news];

/** Takes `v4`, `version 1.2`, `第2版`, `_FINAL`. Four digits after "version" are a release of Windows and stay. */
export function takeVersion(draft: NameDraft): void {
  const { words } = draft;
  for (let at = words.length - 1; at > 0; at--) {
    const { number, from, length } = versionAt(draft, at);
    if (number === null) continue;
    noteVersion(draft, 'number', Number.parseFloat(number));
    words.splice(from, length);
    takeEnding(draft, from - 1, '第');
  }
  takeWrittenEdition(draft);
  takeNews(draft);
  takeEnding(draft, words.length - 1, '最新版');
  const last = words.at(-1);
  if (last === undefined || words.length < 2 || !closing.has(last.text)) return;
  const edition = last.before === '' && last.text.length > 2 && last.text.endsWith('版');
  if (edition || plainClosing.has(last.text) || /[_\-([【〔（]\s*$/.test(last.before)) words.pop();
}

interface FoundVersion {
  readonly number: string | null;
  readonly from: number;
  readonly length: number;
}

const nothing: FoundVersion = { number: null, from: 0, length: 0 };

function versionAt({ words }: NameDraft, at: number): FoundVersion {
  const word = words[at];
  if (word?.kind === 'number') return numberedAt(words, at, word.text);
  const number = words[at - 1]?.text ?? '';
  const edition =
    word?.text === '版' && /^\d{1,2}$/.test(number) && words[at - 2]?.text.endsWith('第') === true;
  return edition ? { number, from: at - 1, length: 2 } : nothing;
}

function numberedAt(words: readonly Word[], at: number, text: string): FoundVersion {
  const minor = minorAt(words, at + 1);
  const number = minor === null ? text : `${text}.${minor}`;
  const length = minor === null ? 1 : 2;
  if (/^v\d{1,3}(?:\.\d+)*$/.test(text)) return { number: number.slice(1), from: at, length };
  const announced = at > 1 && announcing.has(words[at - 1]?.text ?? '') && /^\d{1,2}(\.\d+)*$/.test(text);
  return announced ? { number, from: at - 1, length: length + 1 } : nothing;
}

/** The 1 of `v2_1`, at the end. */
function minorAt(words: readonly Word[], at: number): string | null {
  const word = words[at];
  const isMinor =
    at === words.length - 1 && /^[-_]$/.test(word?.before ?? '') && /^\d{1,2}$/.test(word?.text ?? '');
  return isMinor ? (word?.text ?? null) : null;
}

const writtenNumbers = '一二三四五六七八九十';

/** `初版`, `第二版` at the end. */
function takeWrittenEdition(draft: NameDraft): void {
  const { words } = draft;
  const last = words.at(-1);
  const [edition, number = ''] = /(?:初|第([一二三四五六七八九十]))版$/.exec(last?.text ?? '') ?? [];
  if (last?.kind !== 'japanese' || edition === undefined || (words.length === 1 && last.text === edition))
    return;
  noteVersion(draft, 'number', Math.max(1, writtenNumbers.indexOf(number) + 1));
  takeEnding(draft, words.length - 1, edition);
}

/** `【更新】`, `[New]` and `NEW!` before the name, which say that it is news and not what it is. */
function takeNews({ words }: NameDraft): void {
  const [first, second] = words;
  if (first === undefined || second === undefined || !news.has(first.text)) return;
  const isBracketed = first.depth > 0 && second.depth < first.depth;
  if (isBracketed || second.before.startsWith('!')) words.shift();
}
