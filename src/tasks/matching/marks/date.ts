import type { Word } from '../split.js';
import { noteVersion, type Draft } from './draft.js';

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const monthNumbers = new Map([
  ...months.map((month, at) => [month, at + 1] as const),
  ...months.map((month, at) => [month.slice(0, 3), at + 1] as const),
  ['sept', 9] as const,
]);
const announcing = /^(updated?|modified|revised|asof|更新日?)$/;

/** Takes dates of at least year and month, after the first word. A year alone belongs to the name. */
export function takeDate(draft: Draft): void {
  const { words } = draft;
  for (let at = words.length - 1; at > 0; at--) {
    const found = dateAt(words, at);
    if (found === null || found.length >= words.length) continue;
    noteVersion(draft, 'date', found.value);
    const from = at > 1 && announcing.test(words[at - 1]?.text ?? '') ? at - 1 : at;
    words.splice(from, found.length + at - from);
  }
}

interface FoundDate {
  /** `20210503`, or `20210500` without a day. */
  readonly value: number;
  /** In words. */
  readonly length: number;
}

function dateAt(words: readonly Word[], at: number): FoundDate | null {
  const word = words[at];
  if (word?.kind === 'number')
    return closed(word.text) ?? japanese(words, at) ?? numeric(words, at) ?? dayFirst(words, at);
  const month = word?.kind === 'letters' ? monthNumbers.get(word.text) : undefined;
  return month === undefined ? null : monthFirst(words, at, month);
}

/** `202105`, `20210503`, `2021.05.03` */
function closed(text: string): FoundDate | null {
  const [, year, month, day] =
    /^((?:19|20)\d\d)\.?(0[1-9]|1[0-2])\.?(0[1-9]|[12]\d|3[01])?$/.exec(text) ?? [];
  return year === undefined ? null : date(year, month, day, 1);
}

/** `2021年5月3日更新`: digits part 年, 月 and 日 from each other; what follows the last may be stuck to it. */
function japanese(words: readonly Word[], at: number): FoundDate | null {
  const [year, , month, ending = '', day, last = ''] = texts(words, at, 6);
  if (!isYear(year) || words[at + 1]?.text !== '年' || !isMonth(month)) return null;
  if (ending === '月' && isDay(day) && /^日(更新|改訂|版|現在)?$/.test(last))
    return date(year, month, day, 6);
  return /^月(更新|改訂|版|現在|時点)?$/.test(ending) ? date(year, month, undefined, 4) : null;
}

/** `2021-05-03`, `2021/05`, `05/2021`, `5/3/2021` */
function numeric(words: readonly Word[], at: number): FoundDate | null {
  const [one, two, three] = texts(words, at, 3);
  if (!isJoined(words, at + 1)) return null;
  const whole = isJoined(words, at + 2);
  if (isYear(one) && isMonth(two))
    return whole && isDay(three) ? date(one, two, three, 3) : date(one, two, undefined, 2);
  if (!isMonth(one)) return null;
  if (isYear(two)) return date(two, one, undefined, 2);
  return whole && isDay(two) && isYear(three) ? date(three, one, two, 3) : null;
}

function isJoined(words: readonly Word[], at: number): boolean {
  return /^[-/._]$/.test(words[at]?.before ?? '');
}

/** `3 May 2021` */
function dayFirst(words: readonly Word[], at: number): FoundDate | null {
  const [day, name = '', year] = texts(words, at, 3);
  const month = monthNumbers.get(name);
  return month !== undefined && isDay(day) && isYear(year) ? date(year, String(month), day, 3) : null;
}

/** `May 2021`, `May 3, 2021` */
function monthFirst(words: readonly Word[], at: number, month: number): FoundDate | null {
  const [, two, three] = texts(words, at, 3);
  if (isYear(two)) return date(two, String(month), undefined, 2);
  return isDay(two) && isYear(three) ? date(three, String(month), two, 3) : null;
}

function texts(words: readonly Word[], at: number, count: number): readonly (string | undefined)[] {
  return words.slice(at, at + count).map(({ text }) => text);
}

function date(year = '', month = '', day = '0', length = 1): FoundDate {
  return { value: Number(year) * 10_000 + Number(month) * 100 + Number.parseInt(day, 10), length };
}

function isYear(text: string | undefined): text is string {
  return text !== undefined && /^(19|20)\d\d$/.test(text);
}

function isMonth(text: string | undefined): text is string {
  return text !== undefined && /^(0?[1-9]|1[0-2])$/.test(text);
}

function isDay(text: string | undefined): text is string {
  return text !== undefined && /^(0?[1-9]|[12]\d|3[01])(st|nd|rd|th)?$/.test(text);
}
