import type { Word } from '../split.js';
import { noteVersion, takeEnding, type NameDraft } from './draft.js';

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const monthNumbers = new Map([
  ...months.map((month, at) => [month, at + 1] as const),
  ...months.map((month, at) => [month.slice(0, 3), at + 1] as const),
  ['sept', 9] as const,
]);
const announcing = /^(updated?|modified|revised|asof|更新日?)$/;
/** Japanese eras, and the year before their first. */
const eras = [
  { name: '令和', zero: 2018 },
  { name: '平成', zero: 1988 },
];
const edition = /^(更新|改訂|版|現在|時点)?$/;

/** Takes dates of at least year and month, after the first word. A year alone belongs to the name. */
export function takeDate(draft: NameDraft): void {
  const { words } = draft;
  for (let at = words.length - 1; at > 0; at--) {
    const found = dateAt(words, at);
    if (found === null || found.length >= words.length) continue;
    noteVersion(draft, 'date', found.value);
    const from = isAnnounced(words, at) ? at - 1 : at;
    const tail = words[at + found.length]?.text ?? '';
    const end = at + found.length + (tail !== '' && edition.test(tail) ? 1 : 0);
    words.splice(from, end - from);
    if (found.era !== undefined) takeEnding(draft, at - 1, found.era);
  }
}

function isAnnounced(words: readonly Word[], at: number): boolean {
  return at > 1 && announcing.test(words[at - 1]?.text ?? '');
}

interface FoundDate {
  /** `20210503`, or `20210500` without a day. */
  readonly value: number;
  /** How many words it takes. */
  readonly length: number;
  /** The era at the end of the word before, which belongs to the date. */
  readonly era?: string;
}

function dateAt(words: readonly Word[], at: number): FoundDate | null {
  const word = words[at];
  if (word?.kind === 'number')
    return closed(words, at) ?? japanese(words, at) ?? numeric(words, at) ?? dayFirst(words, at);
  if (isDayOfDate(words, at - 1)) return null;
  const month = word?.kind === 'letters' ? monthNumbers.get(word.text) : undefined;
  return month === undefined ? null : monthFirst(words, at, month);
}

/** `202105`, `20210503版`, `2021.05.03` */
function closed(words: readonly Word[], at: number): FoundDate | null {
  const [text = ''] = texts(words, at, 1);
  const [, year, month, day] =
    /^((?:19|20)\d\d)\.?(0[1-9]|1[0-2])\.?(0[1-9]|[12]\d|3[01])?$/.exec(text) ?? [];
  return year === undefined ? null : date(year, month, day, 1);
}

/** `2021年5月3日更新`, `令和3年5月`: digits part 年, 月 and 日 from each other; what follows the last may be stuck to it. */
function japanese(words: readonly Word[], at: number): FoundDate | null {
  const [written, sign, month, ending = '', day, last = ''] = texts(words, at, 6);
  if (sign !== '年' || !isMonth(month)) return null;
  const era = eraBefore(words, at);
  const year = era === undefined ? written : String(era.zero + Number(written));
  if (!isYear(year)) return null;
  const marked = era === undefined ? {} : { era: era.name };
  if (ending === '月' && isDay(day) && isSign(last, '日')) return { ...date(year, month, day, 6), ...marked };
  return isSign(ending, '月') ? { ...date(year, month, undefined, 4), ...marked } : null;
}

function eraBefore(words: readonly Word[], at: number): (typeof eras)[number] | undefined {
  return eras.find(({ name }) => words[at - 1]?.text.endsWith(name));
}

/** Whether it is the sign alone, or with a word for an edition: 月更新. */
function isSign(text: string, sign: string): boolean {
  return text.startsWith(sign) && edition.test(text.slice(sign.length));
}

/** `2021-05-03`, `2021/05`, `05/2021`, `5/3/2021` */
function numeric(words: readonly Word[], at: number): FoundDate | null {
  const [one, two, three] = texts(words, at, 3);
  if (!isJoined(words, at + 1) || isInsideDate(words, at)) return null;
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

/** The second part of `5/3/2021`: joined as the third is, to a first that is joined otherwise. */
function isInsideDate(words: readonly Word[], at: number): boolean {
  const before = words[at]?.before;
  return (
    at > 1 &&
    before === words[at + 1]?.before &&
    before !== words[at - 1]?.before &&
    isMonth(words[at - 1]?.text)
  );
}

/** The 3 of `(3 May 2021)`, `03May2021` or `3rd May`: in "Part 3 May 2021" it is the part's. */
function isDayOfDate(words: readonly Word[], at: number): boolean {
  const day = words[at];
  const joiner = words[at + 1]?.before;
  if (at < 1 || !isDay(day?.text)) return false;
  if (joiner === '' || /\D$/.test(day.text) || isAnnounced(words, at)) return true;
  return day.before !== joiner && /[([{【（,]\s*$|^_$|^ [-–—] $/.test(day.before);
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
