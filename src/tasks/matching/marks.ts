import type { Language } from '../../model/text.js';
import type { Word } from './split.js';
import { periodicals } from '../vocabulary/words.js';

/** What a name says beside what it names. */
export interface Marks {
  /** The words that are left. */
  readonly words: readonly Word[];
  /** The language a mark claims; `null` if there is none. */
  readonly language: Language | null;
  /** Comparable: a later version or date has a greater one; `null` if there is none. */
  readonly version: Version | null;
  /** The number a browser gives to a further download, `(2)`; `null` if there is none. */
  readonly copy: string | null;
  /** Ids of tasks it names. */
  readonly tasks: readonly string[];
}

/** A number of a version (`v1.2`), or a date as one number (`20210500` for May 2021). */
export interface Version {
  readonly kind: 'number' | 'date';
  readonly value: number;
}

type Draft = { -readonly [Key in keyof Marks]: Marks[Key] } & { words: Word[]; tasks: string[] };

/** Parts the name from its language, version, date, copy and task marks. */
export function readMarks(words: readonly Word[]): Marks {
  const draft: Draft = { words: [...words], language: null, version: null, copy: null, tasks: [] };
  takeTasks(draft);
  takeCopy(draft);
  const periodical = draft.words.some(({ text, kind }) =>
    kind === 'japanese' ? [...periodicals].some((word) => text.includes(word)) : periodicals.has(text),
  );
  for (let round = 0; round < 3; round++) {
    takeLanguage(draft);
    if (!periodical) takeDate(draft);
    takeVersion(draft);
  }
  return draft.words.length > 0 ? draft : { ...draft, words };
}

function takeTasks(draft: Draft): void {
  for (let at = draft.words.length - 2; at >= 0; at--) {
    const word = draft.words[at];
    const id = draft.words[at + 1];
    if (word === undefined || id === undefined || !/^\d{3,5}$/.test(id.text)) continue;
    const marked = word.text === 'task' || (word.kind === 'japanese' && word.text.endsWith('タスク'));
    const named = word.text === 'id' && draft.words[at - 1]?.text === 'task';
    if (!marked && !named) continue;
    draft.tasks.unshift(id.text);
    const rest = word.text.replace(/^task$|^id$|タスク$/, '');
    draft.words.splice(
      named ? at - 1 : at,
      named ? 3 : 2,
      ...(rest === '' ? [] : [{ ...word, text: rest, spaced: rest }]),
    );
  }
}

function takeCopy(draft: Draft): void {
  const { words } = draft;
  const last = words.at(-1);
  if (last === undefined || words.length < 2) return;
  if (/^\d{1,2}$/.test(last.text) && last.depth > 0 && /^[ _-]*\($/.test(last.before)) {
    draft.copy = last.text;
    words.pop();
  } else if ((last.text === 'copy' || last.text === 'コピ') && /[-–]/.test(last.before)) {
    words.pop();
  } else if (words[0]?.text === 'copy' && words[1]?.text === 'of') {
    words.splice(0, 2);
  } else if (words[0]?.text === 'コピ' && /[~〜～-]/.test(words[1]?.before ?? '')) {
    words.shift();
  } else if (last.kind === 'japanese' && last.text.endsWith('のコピ')) {
    words[words.length - 1] = { ...last, text: last.text.slice(0, -3), spaced: last.spaced.slice(0, -3) };
  }
}

const languageWords: Readonly<Record<string, Language>> = {
  ja: 'ja', jp: 'ja', jpn: 'ja', jajp: 'ja', japanese: 'ja', 日本語: 'ja', 日本語版: 'ja', 和訳: 'ja', 和文: 'ja', 日本語訳: 'ja',
  en: 'en', eng: 'en', enus: 'en', engb: 'en', english: 'en', 英語: 'en', 英語版: 'en', 英文: 'en', 原文: 'en',
}; // prettier-ignore
const regions = new Set(['us', 'gb', 'jp']);
const joiners = /^[\s._-]*[_.-]$|^ - $|[([{【〔「［]$/;

/** A language word is a mark at the end after a hyphen or in brackets, and `en-us` anywhere; in prose it is a word. */
function takeLanguage(draft: Draft): void {
  const { words } = draft;
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at];
    const language = word === undefined ? undefined : languageWords[word.text];
    if (word === undefined || language === undefined || words.length === 1) continue;
    const next = words[at + 1];
    const region = next !== undefined && regions.has(next.text) && /^[-_]$/.test(next.before);
    const apart = joiners.test(word.before) || (at === 0 && /^[\s._-]*[_-]/.test(next?.before ?? ''));
    const length = word.text.length;
    const short = length <= 3 && word.kind === 'letters';
    const infix = short && /^[-_]$/.test(word.before) && next !== undefined && /^[-_]$/.test(next.before);
    const last = at === words.length - 1 || (word.depth > 0 && next?.depth !== word.depth);
    const ending = last && (apart || word.kind === 'japanese');
    if (!region && !infix && !ending && !(at === 0 && apart && (short || word.depth > 0))) continue;
    draft.language ??= language;
    words.splice(at, region ? 2 : 1);
  }
  const last = words.at(-1);
  const attached = last?.kind === 'japanese' ? /^(.+?)(日本語版|英語版)$/.exec(last.text) : null;
  if (last === undefined || attached?.[1] === undefined) return;
  draft.language ??= attached[2] === '日本語版' ? 'ja' : 'en';
  words[words.length - 1] = { ...last, text: attached[1], spaced: attached[1] };
}

const versionWords = new Set(['version', 'ver', 'rev', 'revision', 'バジョン', '版']);
const closingWords = new Set([
  'final',
  'latest',
  '最新版',
  '最終版',
  '改訂版',
  '確定版',
  '更新',
  '改訂',
  '更新版',
  '版',
]);
const strip = /^v(\d{1,3}(?:\.\d+)*)$/;

function takeVersion(draft: Draft): void {
  const { words } = draft;
  for (let at = words.length - 1; at > 0; at--) {
    const word = words[at];
    if (word === undefined) continue;
    const short = strip.exec(word.text)?.[1];
    if (short !== undefined) {
      noteVersion(draft, 'number', Number.parseFloat(short));
      words.splice(at, 1);
    } else if (/^\d{1,2}(\.\d+)*$/.test(word.text) && versionWords.has(words[at - 1]?.text ?? '') && at > 1) {
      noteVersion(draft, 'number', Number.parseFloat(word.text));
      words.splice(at - 1, 2);
    } else if (
      word.text === '版' &&
      /^\d{1,2}$/.test(words[at - 1]?.text ?? '') &&
      words[at - 2]?.text.endsWith('第')
    ) {
      noteVersion(draft, 'number', Number(words[at - 1]?.text));
      const counted = words[at - 2];
      const rest = counted?.text.slice(0, -1) ?? '';
      words.splice(
        at - 2,
        3,
        ...(counted === undefined || rest === '' ? [] : [{ ...counted, text: rest, spaced: rest }]),
      );
    }
    const last = words.at(-1);
    const closes = last !== undefined && words.length > 1 && closingWords.has(last.text);
    if (closes && (last.before === '' || /[_\-([【〔（]\s*$/.test(last.before))) words.pop();
  }
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

function takeDate(draft: Draft): void {
  const { words } = draft;
  for (let at = words.length - 1; at > 0; at--) {
    const found = dateAt(words, at);
    if (found === null || found.length >= words.length) continue;
    noteVersion(draft, 'date', found.value);
    const from =
      /^(updated?|modified|revised|asof|更新日?)$/.test(words[at - 1]?.text ?? '') && at > 1 ? at - 1 : at;
    words.splice(from, found.length + at - from);
  }
}

interface FoundDate {
  readonly value: number;
  readonly length: number;
}

/** A date of at least year and month that begins at a word; a year alone belongs to the name. */
function dateAt(words: readonly Word[], at: number): FoundDate | null {
  const [one, two, three, four, five, six] = [0, 1, 2, 3, 4, 5].map(
    (offset) => words[at + offset]?.text ?? '',
  );
  const joined = /^((?:19|20)\d\d)[.]?(0[1-9]|1[0-2])[.]?(0[1-9]|[12]\d|3[01])?$/.exec(one ?? '');
  if (joined !== null) return date(joined[1], joined[2], joined[3], 1);
  if (isYear(one) && two === '年' && isMonth(three) && /^月/.test(four ?? ''))
    return japaneseDate([one, three, four, five, six]);
  if (isYear(one) && isMonth(two) && /^[-/._]$/.test(words[at + 1]?.before ?? ''))
    return isDay(three) && /^[-/._]$/.test(words[at + 2]?.before ?? '')
      ? date(one, two, three, 3)
      : date(one, two, '', 2);
  if (isMonth(one) && isYear(two) && /^[-/]$/.test(words[at + 1]?.before ?? '')) return date(two, one, '', 2);
  if (isMonth(one) && isDay(two) && isYear(three) && words[at + 1]?.before === '/')
    return date(three, one, two, 3);
  const month = monthNamed(one);
  if (month > 0 && isYear(two)) return date(two, String(month), '', 2);
  if (month > 0 && isDay(two) && isYear(three)) return date(three, String(month), two, 3);
  const later = monthNamed(two);
  if (isDay(one) && later > 0 && isYear(three)) return date(three, String(later), one, 3);
  return null;
}

/** 年 and 月 are words of their own since digits part them; 更新 or 版 may be stuck to the last. */
function japaneseDate([year, month, ending, day, last]: readonly (string | undefined)[]): FoundDate | null {
  if (ending === '月' && isDay(day) && /^日(更新|改訂|版|現在)?$/.test(last ?? ''))
    return date(year, month, day, 6);
  return /^月(更新|改訂|版|現在|時点)?$/.test(ending ?? '') ? date(year, month, '', 4) : null;
}

function date(year = '', month = '', day = '', length = 1): FoundDate {
  return { value: Number(year) * 10_000 + Number(month) * 100 + Number(day === '' ? 0 : day), length };
}

function noteVersion(draft: Draft, kind: Version['kind'], value: number): void {
  if (draft.version?.kind === kind && draft.version.value >= value) return;
  draft.version = { kind, value };
}

function isYear(text: string | undefined): boolean {
  return /^(19|20)\d\d$/.test(text ?? '');
}

function isMonth(text: string | undefined): boolean {
  return /^(0?[1-9]|1[0-2])$/.test(text ?? '');
}

function isDay(text: string | undefined): boolean {
  return /^(0?[1-9]|[12]\d|3[01])(st|nd|rd|th)?$/.test(text ?? '');
}

function monthNamed(text: string | undefined): number {
  const short = text === 'sept' ? 'sep' : (text ?? '');
  return short.length < 3
    ? 0
    : months.findIndex((month) => month === short || month.slice(0, 3) === short) + 1;
}
