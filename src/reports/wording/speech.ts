import type { Language } from '../../model/text.js';
import { words, type Word } from './words.js';

/** One language: its words, numbers and times. */
export interface Speech {
  readonly language: Language;
  /**
   * The words with `{name}` filled in, and `{name:page:pages}` with the number and its noun. Values are put in as they are:
   * escape them first where it matters.
   */
  readonly say: (word: Word, values?: Readonly<Record<string, string | number>>) => string;
  /** `1,284` */
  readonly count: (value: number) => string;
  /** `4.8%`. Never rounded to nothing or to all: `<0.1%`, `>99.9%`. */
  readonly share: (part: number) => string;
  /** A UTC time as readers write it: `2026-11-22 08:15 UTC`, in Japanese with Japan's time first. */
  readonly time: (iso: string) => string;
  /** The same for a column whose heading names the zone: `2026-11-22 08:15`, in Japanese Japan's time. */
  readonly moment: (iso: string) => string;
  /** The day of a UTC time where its readers live: `2026-11-22`, in Japanese Japan's. */
  readonly date: (iso: string) => string;
  /** The time from one to the other: `3 min 5 s`. */
  readonly duration: (start: string, end: string) => string;
}

const japanAhead = 9 * 3_600_000;
/** `{name}` or `{name:page:pages}`. */
const holes = /\{(\w+)(?::(\w+):(\w+))?\}/g;

/** The words, numbers and times of a language. */
export function speak(language: Language): Speech {
  const counts = new Intl.NumberFormat(language);
  const shares = new Intl.NumberFormat(language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const say: Speech['say'] = (word, values = {}) =>
    words[word][language].replace(holes, (hole, name: string, one?: string, many?: string) => {
      const value = values[name];
      if (value === undefined) return hole;
      const shown = typeof value === 'number' ? counts.format(value) : value;
      return one === undefined ? shown : `${shown} ${shown === '1' ? one : many}`;
    });
  return {
    language,
    say,
    count: (value) => counts.format(value),
    share: (part) => {
      if (part > 0 && part < 0.001) return `<${shares.format(0.001)}`;
      return part < 1 && part > 0.999 ? `>${shares.format(0.999)}` : shares.format(part);
    },
    time: (iso) =>
      language === 'ja' ? `${clock(iso, japanAhead)} JST (${clock(iso, 0)} UTC)` : `${clock(iso, 0)} UTC`,
    moment: (iso) => clock(iso, language === 'ja' ? japanAhead : 0),
    date: (iso) => clock(iso, language === 'ja' ? japanAhead : 0).slice(0, 10),
    duration: (start, end) => describeDuration(say, (Date.parse(end) - Date.parse(start)) / 1000),
  };
}

function clock(iso: string, ahead: number): string {
  return new Date(Date.parse(iso) + ahead).toISOString().slice(0, 16).replace('T', ' ');
}

function describeDuration(say: Speech['say'], duration: number): string {
  const whole = Math.max(0, Math.round(duration));
  const seconds = String(whole % 60);
  const minutes = String(Math.floor(whole / 60) % 60);
  if (whole < 60) return say('seconds', { seconds });
  if (whole < 3600) return say('minutes', { minutes, seconds });
  return say('hours', { hours: String(Math.floor(whole / 3600)), minutes });
}
