import type { Language, Text } from './text.js';

const stops: ReadonlyMap<string, Text> = new Map([
  ['interrupted', { en: 'Ctrl-C or another signal', ja: '中断の指示 (Ctrl-C など)' }],
  [
    'max-pages',
    {
      en: 'the limit of addresses per source (--max-pages)',
      ja: 'ソースごとの URL 数の上限 (--max-pages)',
    },
  ],
  [
    'max-pages-left-out',
    {
      en: 'more than 10,000 addresses of a source beyond that limit, of which the rest is not listed',
      ja: 'この上限を超える URL が 1 つのソースで 10,000 件を超えたため、残りは一覧に含まれていません',
    },
  ],
  ['max-time', { en: 'the limit of time (--max-time)', ja: '所要時間の上限 (--max-time)' }],
  [
    'max-alike',
    {
      en: 'pages that lead on to ever more of their kind (maxAlike)',
      ja: '同種のページが際限なく続いたため (maxAlike)',
    },
  ],
  [
    'max-links',
    {
      en: 'a page with too many links, of which only the first were read',
      ja: 'リンクの多すぎるページがあり、先頭の分だけを読み取ったため',
    },
  ],
  [
    'shortage',
    {
      en: 'a shortage of files or memory on the machine that checks (fewer connections at a time need less: --concurrency)',
      ja: '確認を行うコンピューターのファイルまたはメモリの不足 (同時接続数 --concurrency を減らすと改善します)',
    },
  ],
  [
    'outage',
    {
      en: 'an outage of the network, or of its name servers, at the machine that checks',
      ja: '確認を行うコンピューターのネットワークまたはネームサーバーの障害',
    },
  ],
  ['session-ended', { en: 'the end of the sign-in session', ja: 'サインイン セッションの終了' }],
  ['failed', { en: 'an error of this program', ja: 'このプログラムのエラー' }],
]);

/** What kept a run from seeing everything, one of `limitsReached`, in words for partners; an unknown name stays as it is. */
export function describeStop(name: string, language: Language): string {
  return stops.get(name)?.[language] ?? name;
}
