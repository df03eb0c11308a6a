import { broken, doubtful, unchecked, type Defect } from './defect.js';

/** What is ill on the hosts of others. */
export const strangerDefects: readonly Defect[] = [
  broken(
    'dead-short-link',
    'shortLinks',
    '/FastTrackRetired',
    "It ends at a search engine's home with 200.",
    '検索エンジンのトップ ページ (200) に転送されます。',
  ),
  broken(
    'dead-short-link',
    'shortLinks',
    '/FastTrackJapanRetired',
    'The same, linked from a Japanese page.',
    '日本語ページからのリンクでも同じです。',
  ),
  broken(
    'not-found',
    'shortLinks',
    '/SecurityWorkshop',
    'The short link lives, its target does not.',
    '短縮リンクは有効ですが、リンク先がありません。',
  ),
  unchecked(
    'sign-in',
    'shortLinks',
    '/PartnerLibrary',
    'The short link leads to a sign-in.',
    '短縮リンクの先でサインインを求められます。',
  ),
  {
    ...broken(
      'dns',
      'vanished',
      '',
      'The CDN was retired: its name does not resolve, with two documents behind it.',
      '廃止された CDN の名前が解決できません。2 つの文書に影響します。',
    ),
    affected: 2,
  },
  broken(
    'tls',
    'expired',
    '/archive/exchange-2010.html',
    'The certificate expired.',
    '証明書の期限が切れています。',
  ),
  broken(
    'connection',
    'unplugged',
    '/tools/calculator.html',
    'Nobody listens there.',
    '接続を拒否されます。',
  ),
  broken(
    'connection',
    'attic',
    '/reset/lync-client.html',
    'The connection is reset.',
    '接続が切断されます。',
  ),
  broken('timeout', 'attic', '/silent/lync-archive.html', 'No answer ever comes.', '応答がありません。'),
  broken('server-error', 'attic', '/broken/gateway.html', 'Bad gateway.', 'ゲートウェイのエラーです。'),
  broken('client-error', 'attic', '/broken/method.html', 'It wants a POST.', 'GET では開けません。'),
  broken(
    'soft-404',
    'learn',
    '/en-us/skypeforbusiness/retired',
    'The article is gone; its address leads to the home page.',
    '記事がなくなり、トップ ページに転送されます。',
  ),
  unchecked(
    'maintenance',
    'events',
    '/2026/tokyo/agenda',
    'Every address of the host shows the same page.',
    'どのアドレスでもメンテナンスのページが表示されます。',
  ),
  unchecked(
    'throttled',
    'busy',
    '/calendar',
    'Come back tomorrow.',
    '混雑のため、明日まで待つよう求められます。',
  ),
  {
    ...unchecked(
      'blocked',
      'firewall',
      '',
      'All of the host is guarded: a firewall, a challenge for browsers, a status 999.',
      'サイト全体で自動アクセスが遮断されます (ファイアウォール、検証ページ、999)。',
    ),
    affected: 3,
  },
  {
    ...doubtful(
      'malformed-link',
      'documents',
      '/guides/Windows-365-Overview.pdf',
      'A dot behind the host.',
      'ホスト名の末尾に余分なドットがあります。',
    ),
    origin: 'documentsByName',
  },
];
