import { z } from 'zod';
import { defineRule, tuning } from '../define.js';
import { hostOf, notChecked } from '../judgement.js';
import { headlineSays, noticeOf } from '../marks/notice.js';
import { answerOf } from '../marks/statuses.js';
import { patternList } from '../patterns.js';

const headlines = patternList(
  [
    '^((this |the |our )?(web ?)?(site|portal|page|service|system) (is )?)?(currently |temporarily )?(down for|under|undergoing|in) (scheduled |planned )?maintenance[.!]?$',
    "^(sorry[,!.]? )?(we are|we're|we’re) (currently |temporarily )?(down for|under|undergoing) (scheduled |planned )?maintenance[.!]?$",
    "^((we'll|we’ll|we will) be (right )?back( soon| shortly)?)[.!]?$",
    '^(site|scheduled|planned|system) maintenance$',
    '^(ただいま|現在)?(、)?((このサイト|システム|サイト|サーバー)は?(、)?)?(定期)?メンテナンス中(です)?。?$',
    '^(システム|サイト|定期)?メンテナンスのお知らせ$',
  ],
  'titles and headings of maintenance pages',
);
const places = patternList(
  ['^https?://[^/?]+(/[^/?]+)?/(maintenance|under-?maintenance)(\\.\\w{3,5})?/?([?]|$)'],
  'addresses of maintenance pages, matched against the whole URL',
);

export const maintenance = defineRule({
  id: 'maintenance',
  ofServers: true,
  summary: 'A maintenance page stands in for the page.',
  label: { en: 'maintenance', ja: 'メンテ中' },
  options: tuning.extend({
    headlines: headlines.option,
    places: places.option,
    longestText: z
      .int()
      .min(0)
      .default(1000)
      .describe('characters of text up to which a page can be nothing but a notice'),
  }),
  signal: z.strictObject({ says: z.string() }),
  observe: (observation, options) => {
    const { status } = observation.answer;
    if (status !== 200 && status < 500) return null;
    const notice = noticeOf(observation);
    const says = notice === null ? null : headlineSays(notice, headlines.of(options.headlines));
    if (notice === null || says === null || notice.length() > options.longestText) return null;
    return { says };
  },
  judge: (subject, options) => {
    const { resource, hops, destination, signal } = subject;
    const place = places.of(options.places);
    if (place.test(resource.url)) return null;
    const isSentThere = hops.length > 0 && place.test(destination) && answerOf(subject)?.status !== 404;
    if (signal === null && !isSentThere) return null;
    return notChecked(
      'warning',
      `The site ${hostOf(destination)} is under maintenance, so nothing is known about this page.`,
      `サイト ${hostOf(destination)} はメンテナンス中のため、このページの状態は不明です。`,
      signal ?? { destination },
    );
  },
});
