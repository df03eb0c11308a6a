import { z } from 'zod';
import type { Page } from '../../model/page.js';
import { defineRule, tuning } from '../define.js';
import { hostOf, notChecked, ofHost } from '../judgement.js';
import { noticeOf } from '../marks/notice.js';
import { answerOf } from '../marks/statuses.js';
import { patternList } from '../patterns.js';

const longest = 65_536;

const texts = patternList(
  [
    'the request is blocked\\.',
    '<title>\\s*just a moment\\.\\.\\.\\s*</title>',
    '<title>\\s*attention required! \\| cloudflare\\s*</title>',
    '/cdn-cgi/challenge-platform/([\\w-]+/){0,4}orchestrate/',
    'you have been blocked',
    'your request has been blocked',
    'request unsuccessful\\. incapsula incident id',
    '<title>\\s*access denied\\s*</title>[\\s\\S]{0,600}reference&#32;&#35;',
    'azure waf js challenge',
    'checking your browser before accessing',
    'verify(ing)? you are (a )?human',
  ],
  'what pages of firewalls and challenges have in their markup',
);
/** Only these count on a page that answers 200: the others may well stand in an article. */
const challengeTitle =
  /^(just a moment\.\.\.|attention required! \| cloudflare|しばらくお待ちください\.\.\.)$/i;
/** Likewise: what Anubis gives its script, and the frame that Imperva fills a page with. */
const challengeMarkup =
  /<script\b[^<>]{0,200}\bid="anubis_challenge"|<iframe\b[^<>]{0,1000}\bsrc="\/_Incapsula_Resource\?/i;
/** By Cloudflare, and by the firewall of AWS. */
const challengeHeaders = ['cf-mitigated', 'x-amzn-waf-action'] as const;

export const blocked = defineRule({
  id: 'blocked',
  ofServers: true,
  summary: 'A firewall or a challenge keeps programs out (403 with its marks, 999).',
  label: { en: 'blocked', ja: '遮断' },
  options: tuning.extend({ texts: texts.option }),
  signal: z.literal('page'),
  yieldsTo: ['throttled'],
  observe: (observation, options) => {
    const { answer, page, markup } = observation;
    if (answer.status >= 400) {
      return texts.of(options.texts).test(markup.slice(0, longest)) ? 'page' : null;
    }
    if (page === null || !isChallenge(page, markup)) return null;
    return (noticeOf(observation)?.length() ?? 0) < 1000 ? 'page' : null;
  },
  judge: (subject) => {
    const answer = answerOf(subject);
    if (answer === null) return null;
    const challenged = challengeHeaders.some((name) => answer.headers[name] !== undefined);
    // Statuses that servers made up for programs they do not want: LinkedIn's 999.
    if (!challenged && subject.signal === null && answer.status !== 999) return null;
    const host = hostOf(subject.destination);
    return ofHost(
      notChecked(
        'warning',
        `The server ${host} keeps programs out. People with a browser can probably open this.`,
        `サーバー ${host} は自動アクセスを遮断しています。ブラウザーでは開ける可能性があります。`,
        { host, by: challenged ? 'challenge' : answer.status === 999 ? 'status' : 'page' },
      ),
    );
  },
});

/** More links than on any page of a challenge: others need not be searched. */
const manyLinks = 30;

function isChallenge({ title, links }: Page, markup: string): boolean {
  if (challengeTitle.test(title)) return markup.includes('challenge');
  return links.length < manyLinks && challengeMarkup.test(markup.slice(0, longest));
}
