import { attachmentPaths } from '../community/attachments.js';
import { broken, doubtful, unchecked, type Defect } from './defect.js';

/** What is ill on the Community. */
export const communityDefects: readonly Defect[] = [
  broken(
    'not-found',
    'community',
    '/en-us/partner-readiness/',
    'A 404 whose title says (500): the not-found page was never localised.',
    'タイトルに (500) とありますが、実際は 404 です。',
  ),
  broken(
    'not-found',
    'community',
    '/ja-jp/%E3%83%91%E3%83%BC%E3%83%88%E3%83%8A%E3%83%BC/',
    'The same in Japanese, at a Japanese address.',
    '日本語のアドレスでも同じことが起こります。',
  ),
  broken(
    'soft-404',
    'community',
    '/knowledgebase/article/KB-01777/en-us',
    '"Article Unavailable" with status 200.',
    '状態コード 200 で「Article Unavailable」と表示されます。',
  ),
  broken(
    'soft-404',
    'community',
    '/knowledgebase/article/KB-01640/ja-jp',
    '"Article Unavailable" with status 200, in Japanese.',
    '状態コード 200 で「記事は使用できません」と表示されます。',
  ),
  broken(
    'soft-404',
    'community',
    '/en-us/ideas/merged-idea',
    'A missing idea leads to /page-not-found, which answers 200.',
    '存在しないアイデアが /page-not-found (200) に転送されます。',
  ),
  broken(
    'not-found',
    'community',
    attachmentPaths.missing,
    'The attachment is missing, or anonymous visitors may not see it.',
    '添付ファイルがないか、匿名では閲覧できません。',
  ),
  broken(
    'empty-document',
    'community',
    attachmentPaths.empty,
    'An attachment of nothing (204).',
    '添付ファイルの中身がありません (204)。',
  ),
  broken(
    'client-error',
    'community',
    attachmentPaths.lostOnSharePoint,
    'Whatever SharePoint says, the portal makes it a 400.',
    'SharePoint 側のエラーが 400 として返されます。',
  ),
  broken(
    'server-error',
    'community',
    '/en-us/partner-dashboard/',
    'An unhandled error with an Error ID.',
    'エラー ID 付きの未処理エラーです。',
  ),
  broken(
    'server-error',
    'community',
    '/en-us/entitlements/',
    'PAU and MAU cannot be looked up: the portal does not reach Dataverse (503).',
    'Dataverse に接続できず、PAU と MAU を確認できません (503)。',
  ),
  unchecked(
    'sign-in',
    'community',
    '/en-us/partner-only/',
    'Anonymous visitors are asked to sign in.',
    '匿名ではサインインを求められます。',
  ),
  unchecked(
    'sign-in',
    'community',
    '/en-us/my-claims/',
    'The sign-in is at an address that must not be requested.',
    'サインイン先は要求してはならないアドレスです。',
  ),
  unchecked(
    'sign-in',
    'community',
    '/en-us/program-managers/',
    'Only programme managers may see it (403).',
    'プログラム マネージャーだけが閲覧できます (403)。',
  ),
  doubtful(
    'unseen-list',
    'community',
    '/en-us/task-documents/',
    'A script loads the list; a plain walk does not see the documents.',
    '一覧はスクリプトで読み込まれるため、文書を確認できません。',
  ),
  doubtful(
    'unseen-list',
    'community',
    '/en-us/shared-files/',
    'The same with a SharePoint grid.',
    'SharePoint の一覧でも同じです。',
  ),
  unchecked(
    'incomplete-page',
    'community',
    '/en-us/release-archive/',
    "The page ends without the portal's end mark.",
    'ページが途中で終わっています。',
  ),
  doubtful(
    'flaky',
    'community',
    '/en-us/sign-in-health/',
    'It fails at first and opens at the second try.',
    '最初は失敗し、2 回目で開きます。',
  ),
];

/** What is seen of the Community in the night it is down: the pages that the configuration and the Hub link. */
export const communityDownDefects: readonly Defect[] = [
  '/en-us/',
  '/ja-jp/',
  '/knowledgebase/article/KB-01902/en-us',
].map((path) =>
  broken(
    'server-error',
    'community',
    path,
    'The whole Community answers 503.',
    'コミュニティ全体が 503 を返します。',
  ),
);
