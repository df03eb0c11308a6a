import { z } from 'zod';
import { wantsSignIn } from '../../kit/trouble/refusing-statuses.js';
import { defineRule, tuning } from '../define.js';
import { hostOf, notChecked } from '../judgement.js';
import { headlineSays, noticeOf } from '../marks/notice.js';
import { movesOn } from '../marks/refresh.js';
import { deniedPlaces, signInPlaces } from '../marks/sign-in-places.js';
import { answerOf, welcomeOf } from '../marks/statuses.js';
import { patternList } from '../patterns.js';
import { signInNote, type Fetched } from '../../model/resource.js';
import type { Judgement, Observation, Subject } from '../../model/verdict.js';

const formHeadlines = patternList(
  [
    '^(please )?(sign|log) ?-?in( to .{1,60})?$',
    '^login$',
    '^sign in with (a local|an external) account$',
    '^(サイン ?イン|ログイン|ログオン)(する|してください)?。?$',
    '^(ローカル|外部) ?アカウントでサイン ?イン(する)?$',
  ],
  'titles and headings of pages that want a password',
);
const denials = patternList(
  [
    "^you don't have the appropriate permissions\\.?$",
    "^you don't have permissions? to (view|access) (these?|this) .{1,40}\\.?$",
    '^permission denied\\. you do not have the appropriate entity permissions',
    "^entity permissions haven't been defined\\.",
    '^access (is )?denied\\.?$',
    '^sign in to download\\.?$',
    '^適切なアクセス許可がありません。?$',
    '^(これらの|この).{1,30}を表示するためのアクセス許可がありません。?$',
    '^アクセス許可は拒否されました。',
    '^アクセスが?拒否されました。?$',
    '^ダウンロードするにはサインインしてください。?$',
  ],
  'texts in titles, headings and alert boxes that say one may not see the page',
);

const options = tuning.extend({
  places: signInPlaces.option,
  deniedPlaces: deniedPlaces.option,
  headlines: formHeadlines.option,
  denials: denials.option,
  longestText: z
    .int()
    .min(0)
    .default(1500)
    .describe('characters beside a password field up to which a page is a sign-in form'),
});
type Options = z.infer<typeof options>;
type Signal = z.infer<typeof signal>;
const signal = z.enum(['form', 'denied', 'handover']);

export const signIn = defineRule({
  id: signInNote,
  ofServers: true,
  summary: 'Only those who sign in, or are let in, may see it.',
  label: { en: 'sign-in', ja: 'サインイン' },
  options,
  signal,
  yieldsTo: ['blocked'],
  observe: (observation, tuned) => {
    const { status } = observation.answer;
    if (status !== 200 && status !== 403) return null;
    if (isForm(observation, tuned)) return 'form';
    if (status === 200 && handsOver(observation, tuned)) return 'handover';
    return isDenial(observation, tuned) ? 'denied' : null;
  },
  judge: (subject, tuned) => {
    // A link to the sign-in page itself leads where it says.
    if (signInPlaces.of(tuned.places).test(subject.resource.url)) return null;
    return byStatus(subject) ?? byPlace(subject, tuned) ?? byPage(subject);
  },
});

function byStatus(subject: Subject<Signal>): Judgement | null {
  const answer = answerOf(subject);
  if (answer !== null && wantsSignIn(answer.status)) {
    return behind(
      `The server ${hostOf(subject.destination)} wants a sign-in before it shows this (${answer.status}).`,
      `サーバー ${hostOf(subject.destination)} はサインインを求めています（${answer.status}）。`,
      { wall: 'status' },
    );
  }
  if (answer?.status !== 403 || !speaksOfRights(answer, subject.signal)) return null;
  return behind(
    'The server does not let us see this (403). Whoever is signed in and allowed to may be able to open it.',
    'サーバーがアクセスを許可していません（403）。サインイン済みで権限のある人は開ける可能性があります。',
    { wall: 'denied' },
  );
}

/** A 403 alone may mean anything: it is about rights if the page says so, or the headers do, such as SharePoint's. */
function speaksOfRights({ headers }: Fetched, signal: Signal | null): boolean {
  return (
    signal !== null || headers['www-authenticate'] !== undefined || headers['x-msdavext_error'] !== undefined
  );
}

function byPlace(subject: Subject<Signal>, tuned: Options): Judgement | null {
  const { hops, endless, destination } = subject;
  if (hops.length === 0 || isFailing(subject)) return null;
  const passed = endless === null ? [destination] : [...hops.map(({ url }) => url), destination];
  const place = signInPlaces.of(tuned.places);
  const wall = passed.find((url) => place.test(url));
  if (wall !== undefined) {
    return behind(
      `The address leads to a sign-in page at ${hostOf(wall)}, so what is behind it could not be checked.`,
      `${hostOf(wall)} のサインイン ページに移動するため、その先のコンテンツは確認できません。`,
      { wall: 'redirect', signIn: wall },
    );
  }
  if (!deniedPlaces.of(tuned.deniedPlaces).test(destination)) return null;
  return behind(
    'The address leads to a page that says access is denied.',
    '「アクセスが拒否されました」というページに移動します。',
    { wall: 'denied', signIn: destination },
  );
}

function byPage(subject: Subject<Signal>): Judgement | null {
  if (subject.signal === null || welcomeOf(subject) === null) return null;
  switch (subject.signal) {
    case 'form':
      return behind(
        'A sign-in form comes instead of the page, so what is behind it could not be checked.',
        'ページの代わりにサインイン フォームが表示されるため、その先のコンテンツは確認できません。',
        { wall: 'form' },
      );
    case 'handover':
      return behind(
        'A page comes that sends the browser on to a sign-in by itself, so what is behind it could not be checked.',
        'ブラウザーを自動的にサインインへ移動させるページが表示されるため、その先のコンテンツは確認できません。',
        { wall: 'handover' },
      );
    case 'denied':
      return behind(
        'A page comes that says access is denied.',
        'アクセスが拒否されたことを示すページが表示されます。',
        { wall: 'denied' },
      );
  }
}

/** A sign-in page that is itself missing or broken hides nothing. */
function isFailing(subject: Subject<Signal>): boolean {
  const answer = answerOf(subject);
  if (answer === null) return subject.end?.outcome.kind === 'failed';
  return answer.status === 404 || answer.status === 410 || answer.status >= 500;
}

function behind(en: string, ja: string, evidence: Record<string, string>): Judgement {
  return { ...notChecked('warning', en, ja, evidence), behindSignIn: true };
}

function isForm(observation: Observation, tuned: Options): boolean {
  const notice = noticeOf(observation);
  if (notice === null) return false;
  const says = headlineSays(notice, formHeadlines.of(tuned.headlines)) !== null;
  if (!says && !mayHoldForm(observation)) return false;
  if (!observation.markup.includes('password') || notice.passwordFields() === 0) return false;
  return notice.length() <= (says ? 2 * tuned.longestText : tuned.longestText);
}

/** The ways to a sign-in that need no redirect: a form of SAML's that a script submits, and a refresh that does not wait. */
function handsOver(observation: Observation, tuned: Options): boolean {
  const { page, markup } = observation;
  if (markup.length > largestHandover) return false;
  if (isSamlForm(observation, tuned)) return true;
  const place = signInPlaces.of(tuned.places);
  const isForward = page?.links.some(({ kind, url }) => kind === 'refresh' && place.test(url)) === true;
  return isForward && movesOn(observation);
}

/** Characters of markup, beyond which a page is more than a step on the way. */
const largestHandover = 65_536;

/**
 * SAML 2.0 bindings §3.5.4: what asks for a sign-in is in a hidden field of this name. Pages on SAML have one, too, and a text.
 */
function isSamlForm(observation: Observation, { longestText }: Options): boolean {
  if (!observation.markup.includes('SAMLRequest')) return false;
  if (observation.page?.links.some(({ kind }) => kind === 'form') !== true) return false;
  const notice = noticeOf(observation);
  return notice !== null && notice.hides('SAMLRequest') && notice.length() <= longestText;
}

/** Pages full of links show their content already; a sign-in form has few, and usually an action. */
function mayHoldForm({ page }: Observation): boolean {
  if (page === null) return false;
  return page.links.length < 30 || page.links.some(({ kind }) => kind === 'form');
}

function isDenial(observation: Observation, tuned: Options): boolean {
  const notice = noticeOf(observation);
  if (notice === null) return false;
  const says = denials.of(tuned.denials);
  if (notice.alerts().some((text) => says.test(text))) return true;
  return headlineSays(notice, says) !== null && notice.length() <= tuned.longestText;
}
