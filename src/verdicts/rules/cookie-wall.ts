import { z } from 'zod';
import { cookieWallNote } from '../../model/resource.js';
import { defineRule, tuning } from '../define.js';
import { hostOf, notChecked } from '../judgement.js';
import { isSmall, noticeOf } from '../marks/notice.js';
import { welcomeOf } from '../marks/statuses.js';
import { patternList } from '../patterns.js';

const demands = patternList(
  [
    '\\bcookies? ((is|are|must be|need to be|has to be|have to be) )?((currently )?(required|disabled|blocked|turned off)|(not )?(enabled|switched on|turned on))\\b',
    '\\b(enable|allow|turn on|switch on|activate) (session |your )?cookies?\\b',
    '\\b(requires?|needs?) (session )?cookies?\\b',
    "\\b(does not|doesn[’']t|did not|didn[’']t) (accept|support|allow|send|return) (any )?cookies?\\b",
    '(cookie|クッキー)[ 　]?(（[^）]{1,20}）)?(の(設定|使用|利用|受け入れ))?(が|を|は)[^。<]{0,10}(必要|必須|無効|有効に|オンに|許可して|受け入れ)',
  ],
  'texts of pages that ask for cookies',
);

export const cookieWall = defineRule({
  id: cookieWallNote,
  ofServers: true,
  summary: 'A page that asks for cookies stands in for the page.',
  label: { en: 'cookies', ja: 'Cookie 要求' },
  options: tuning.extend({
    demands: demands.option,
    longestText: z
      .int()
      .min(0)
      .default(1000)
      .describe('characters of text up to which a page can be nothing but that'),
  }),
  signal: z.strictObject({ says: z.string() }),
  yieldsTo: ['sign-in', 'blocked', 'maintenance', 'error-page', 'soft-404'],
  observe: (observation, options) => {
    if (observation.answer.status !== 200 || observation.markup.length > largest) return null;
    const notice = noticeOf(observation);
    if (notice === null) return null;
    // Only small pages are searched whole: this runs for every page.
    if (!mention.test(isSmall(observation) ? observation.markup : notice.headlines.join(' '))) return null;
    const says = demands.of(options.demands).exec(observation.markup.replace(/\s+/g, ' '))?.[0] ?? null;
    if (says === null || notice.length() > options.longestText) return null;
    return { says };
  },
  // Opened by itself, it is a page like any other.
  judge: (subject) => {
    const { hops, destination, signal } = subject;
    if (signal === null || hops.length === 0 || welcomeOf(subject) === null) return null;
    return notChecked(
      'warning',
      `A page of ${hostOf(destination)} that asks for cookies comes instead, so nothing is known about this page.`,
      `代わりに Cookie を求める ${hostOf(destination)} のページが表示されるため、このページの状態は不明です。`,
      signal,
    );
  },
});

/** Characters of markup: such pages are small. */
const largest = 16_384;
const mention = /cookie|クッキー/i;
