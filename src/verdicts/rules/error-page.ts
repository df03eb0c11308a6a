import { z } from 'zod';
import { defineRule, tuning } from '../define.js';
import { broken } from '../judgement.js';
import { pathOf } from '../../kit/urls/url-path.js';
import { noticeOf, noticeSays } from '../marks/notice.js';
import { welcomeOf } from '../marks/statuses.js';
import { patternList } from '../patterns.js';

const headlines = patternList(
  [
    "^we(’|')re sorry, but something went wrong",
    '^(an )?(unknown failure|unexpected error) (has )?occurred\\.',
    "^we(’|')re sorry, an error has occurred\\.?$",
    "^our services aren(’|')t available right now$",
    "^server error in '.{1,60}' application\\.?$",
    '^(http )?(error )?(500|502|503|504)[ :.–-]*(- )?(internal server error|server error|bad gateway|service (temporarily )?unavailable|gateway time-?out|error)?$',
    '^(internal server error|bad gateway|service (temporarily )?unavailable|gateway time-?out|runtime error)$',
    '^connection error$',
    '^your portal is not able to connect with a dynamics 365 organization\\.',
    '^申し訳ありませんが、問題が発生しました',
    '^(不明な|予期しない)エラーが発生しました。',
    '^エラーが発生しました。?$',
    "^'.{1,60}' アプリケーションでサーバー ?エラーが発生しました。?$",
    '^つながりエラー$',
    '^ポータルに Dynamics 365 組織を接続できません。',
    '^このページは(現在|動作して)?(機能して)?いません$',
  ],
  'titles, headings and alert boxes of pages that say the server failed',
);

export const errorPage = defineRule({
  id: 'error-page',
  ofServers: true,
  summary: 'A page that answers 200 and says that the server failed.',
  label: { en: 'error page', ja: 'エラー画面' },
  options: tuning.extend({
    headlines: headlines.option,
    longestText: z
      .int()
      .min(0)
      .default(800)
      .describe('characters of text up to which a page can be nothing but an error'),
  }),
  signal: z.strictObject({ says: z.string() }),
  yieldsTo: ['sign-in', 'maintenance', 'blocked'],
  observe: (observation, options) => {
    if (observation.answer.status !== 200) return null;
    const notice = noticeOf(observation);
    if (notice === null) return null;
    const patterns = headlines.of(options.headlines);
    const says = noticeSays(notice, patterns, patterns);
    return says === null || notice.length() > options.longestText ? null : { says };
  },
  judge: (subject) => {
    const { signal, resource } = subject;
    if (signal === null || welcomeOf(subject) === null || aboutIt.test(pathOf(resource.url))) return null;
    return broken(
      `The page says "${signal.says}", although the server reports success (200).`,
      `サーバーは成功（200）と応答していますが、ページには「${signal.says}」と表示されています。`,
      { says: signal.says },
    );
  },
});

/** Addresses of articles about such errors. */
const aboutIt =
  /(errors?|status|https?|codes?|glossary|troubleshoot\w*|fix|help|faq)[-_/][^?]*50[0-4]|50[0-4][-_/](errors?|status|codes?)/i;
