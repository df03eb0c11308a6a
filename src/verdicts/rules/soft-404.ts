import { z } from 'zod';
import type { Judgement, Subject } from '../../model/verdict.js';
import { defineRule, tuning } from '../define.js';
import { broken, notChecked } from '../judgement.js';
import { pathOf } from '../../kit/urls/url-path.js';
import { looksAlike, sameFace } from '../marks/faces.js';
import { isEntrance, leadsHome } from '../marks/homes.js';
import { noticeOf, noticeSays } from '../marks/notice.js';
import { answerOf, welcomeOf } from '../marks/statuses.js';
import { patternList } from '../patterns.js';

const headlines = patternList(
  [
    '^(http )?(error|status)?[ :]*404[ :.,!–-]*(error|(- )?((page|file|document) )?(was )?not found)?[.!]?$',
    "^(sorry[,.!]? )?(the |this )?(requested |you requested )?(page|article|file|document|resource|site|content)( you (are looking for|requested))? ?((was|is|could|can|does)? ?(not|n't|n’t)|cannot|can't|can’t|couldn't|couldn’t|doesn't|doesn’t)( be)? ?(found|exist|available)[.!]?$",
    '^(the )?(page|article|document|content) (is )?(unavailable|no longer available|no longer exists)[.!]?$',
    "^we (can't|can’t|couldn't|couldn’t|cannot) find (the|that|this) (page|file)( you.{1,40})?[.!]?$",
    '^not found[.!]?$',
    '^(404|４０４)[ :　]*(エラー)?[ :　]*((お探しの|指定された|要求された)?(ページ|ファイル)(が|は)見つかりません(でした)?)?。?$',
    '^(お探しの|指定された|ご指定の|要求された|リクエストされた)?(ページ|記事|ファイル|文書|ドキュメント|コンテンツ)(が|は)(見つかりません(でした)?|存在しません|使用できません|利用できません|ありません)。?$',
  ],
  'titles and headings of pages that say the page is not there',
);
const alerts = patternList(
  [
    '^the requested knowledge article is unavailable\\.',
    "^the record you are looking for (couldn't|could not) be found\\.?$",
    '^article unavailable',
    '^要求されたサポート情報記事は利用できません。',
    '^お探しのレコードは見つかりませんでした。?$',
    '^記事は使用できません',
  ],
  'texts of alert boxes that say the page is not there',
);
const places = patternList(
  [
    '^https?://[^/?]+(/[^?]*)?/(page[-_]?not[-_]?found(error)?|not[-_]?found|404|error[-_]?404|404[-_]?error)(\\.\\w{3,5})?/?([?]|$)',
    '[?&]aspxerrorpath=',
  ],
  'addresses of not-found pages, matched against the whole URL',
);

const options = tuning.extend({
  headlines: headlines.option,
  alerts: alerts.option,
  places: places.option,
  longestText: z
    .int()
    .min(0)
    .default(800)
    .describe('characters of text up to which a page can be nothing but an error'),
});
type Options = z.infer<typeof options>;

/** Addresses of articles about such pages. */
const aboutIt =
  /(errors?|status|https?|codes?|glossary|troubleshoot\w*|fix|help|faq)[-_/][^?]*(404|not-found)|404[-_/](errors?|status|codes?)|not-found[-_](errors?|pages)/i;

export const soft404 = defineRule({
  id: 'soft-404',
  ofServers: true,
  summary: 'A page that answers 200 and is not the page.',
  label: { en: 'not found', ja: '見つからない' },
  options,
  signal: z.strictObject({ says: z.string() }),
  yieldsTo: ['sign-in', 'blocked', 'maintenance', 'error-page', 'dead-short-link'],
  observe: (observation, tuned) => {
    if (observation.answer.status !== 200) return null;
    const notice = noticeOf(observation);
    if (notice === null) return null;
    const says = noticeSays(notice, headlines.of(tuned.headlines), alerts.of(tuned.alerts));
    return says === null || notice.length() > tuned.longestText ? null : { says };
  },
  judge: (subject, tuned) =>
    byPlace(subject, tuned) ?? byWords(subject, tuned) ?? byProbe(subject) ?? byHome(subject),
});

function byPlace(subject: Subject, tuned: Options): Judgement | null {
  const { resource, hops, destination } = subject;
  const place = places.of(tuned.places);
  if (hops.length === 0 || !place.test(destination) || place.test(resource.url)) return null;
  if (welcomeOf(subject) === null && subject.endless !== 'unknown') return null;
  return broken(
    'The address leads to a page that says the page was not found.',
    '「ページが見つかりません」というページに移動します。',
    { by: 'not-found page', destination },
  );
}

function byWords({ resource, hops, signal }: Subject<{ says: string }>, tuned: Options): Judgement | null {
  if (signal === null || resource.role === 'search') return null;
  // A link to the not-found page itself leads to what it says.
  if (hops.length === 0 && (isAboutIt(resource.url) || places.of(tuned.places).test(resource.url)))
    return null;
  return broken(
    `The page says "${signal.says}", although the server reports success (200).`,
    `サーバーは成功（200）と応答していますが、ページには「${signal.says}」と表示されています。`,
    { by: 'words', says: signal.says },
  );
}

/** Without the host: `https://help.example/…` may be about anything. */
function isAboutIt(url: string): boolean {
  return aboutIt.test(pathOf(url));
}

function byProbe(subject: Subject): Judgement | null {
  const { probe, end, hops } = subject;
  if (probe === null || end === null || welcomeOf(subject) === null || mayLookAlike(subject)) return null;
  const evidence = { by: 'probe', probe: probe.resource.url };
  if (hops.length > 0 && probe.hops.length > 0 && end.url === probe.end?.url) {
    return broken(
      'The address leads to the same place as one that does not exist.',
      '存在しないアドレスと同じ場所に移動します。',
      { ...evidence, destination: end.url },
    );
  }
  if (!sameFace(subject, probe)) return null;
  return isShell(subject)
    ? notChecked(
        'info',
        'The server answers every address here with the same page, so a plain check cannot tell what is there.',
        'サーバーがどのアドレスにも同じページを返すため、存在を確認できません。',
        evidence,
      )
    : broken(
        'The page is the one the site shows for addresses that do not exist, although the server reports success (200).',
        'サーバーは成功（200）と応答していますが、存在しないアドレスの場合と同じページが表示されます。',
        evidence,
      );
}

/**
 * Whether looking like a probe tells nothing: the first page of a site is what it is, whatever else looks like it, and a search
 * may well find nothing.
 */
function mayLookAlike({ resource, home }: Subject): boolean {
  const { id, url, role } = resource;
  return role === 'seed' || role === 'search' || id === home?.id || isEntrance(url);
}

/** Whether even the first page, or everything beside it, looks like one that does not exist. */
function isShell({ home, probe, isCatchAll }: Subject): boolean {
  return (home !== null && probe?.end != null && looksAlike(home, probe.end)) || isCatchAll();
}

function byHome(subject: Subject): Judgement | null {
  if (!leadsHome(subject) || answerOf(subject)?.status !== 200) return null;
  return broken(
    'The address leads to the first page of the site instead of its content.',
    '目的のページではなく、サイトのトップ ページに移動します。',
    { by: 'first page', destination: subject.destination },
  );
}
