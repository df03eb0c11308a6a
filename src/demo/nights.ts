import type { Text } from '../model/text.js';
import type { HostName } from './world.js';

/** What a night may do to a resource; the words of the heads-up. */
export type NightlyKind = 'new' | 'updated' | 'localised' | 'moved' | 'removed' | 'broke' | 'fixed' | 'down';

/** One change between a night and the one before it. */
export interface NightlyChange {
  readonly night: number;
  readonly kind: NightlyKind;
  readonly origin: HostName;
  readonly path: string;
  readonly story: Text;
  /** Only a table on a page says so: its own bytes and headers stay as they were. */
  readonly looksEqual?: true;
}

/** Each event of the seven nights once, by name: pages and documents ask `hasHappened`, reports are compared with the list. */
export const events = {
  kickoffBroke: {
    night: 1,
    kind: 'broke',
    origin: 'documents',
    path: '/decks/FastTrack-Kickoff-Deck-v2.pptx',
    story: { en: 'The kick-off deck disappears.', ja: 'キックオフ資料が消えます。' },
  },
  headsUpPosted: {
    night: 1,
    kind: 'new',
    origin: 'community',
    path: '/en-us/blogs/heads-up/2026-11-17',
    story: { en: 'A Heads Up is posted.', ja: 'Heads Up が掲載されます。' },
  },
  headsUpListed: {
    night: 1,
    kind: 'updated',
    origin: 'community',
    path: '/en-us/blogs/heads-up/',
    story: { en: 'The list of Heads Ups names it.', ja: 'Heads Up の一覧に追加されます。' },
  },
  faqUpdated: {
    night: 1,
    kind: 'updated',
    origin: 'documents',
    path: '/attachments/partner-faq.pdf?sig=demo',
    story: {
      en: 'The Partner FAQ is reviewed; its length stays the same.',
      ja: 'パートナー FAQ が改訂されます (長さは変わりません)。',
    },
  },
  kickoffFixed: {
    night: 2,
    kind: 'fixed',
    origin: 'documents',
    path: '/decks/FastTrack-Kickoff-Deck-v2.pptx',
    story: { en: 'The kick-off deck is back.', ja: 'キックオフ資料が戻ります。' },
  },
  exchangeLocalised: {
    night: 2,
    kind: 'localised',
    origin: 'documents',
    path: '/guides/Exchange-Online-Migration-Guide_JPN.docx',
    story: {
      en: 'The Exchange migration guide appears in Japanese.',
      ja: 'Exchange 移行ガイドの日本語版が公開されます。',
    },
  },
  exchangeArticleUpdated: {
    night: 2,
    kind: 'updated',
    origin: 'community',
    path: '/en-us/knowledgebase/article/KB-01544',
    story: { en: 'The article about it links to it.', ja: '対応するサポート技術情報からリンクされます。' },
  },
  communityDown: {
    night: 3,
    kind: 'down',
    origin: 'community',
    path: '/en-us/',
    story: {
      en: 'The Community answers 503 all night: nothing may be called removed.',
      ja: 'コミュニティが一晩中 503 を返します。何も「削除」と報告してはいけません。',
    },
  },
  metricsMoved: {
    night: 4,
    kind: 'moved',
    origin: 'documents',
    path: '/library/Adoption-Success-Metrics-v2.xlsx',
    story: {
      en: 'The metrics workbook moves to another folder.',
      ja: '指標ブックが別のフォルダーに移ります。',
    },
  },
  overviewUpdated: {
    night: 4,
    kind: 'updated',
    origin: 'documents',
    path: '/guides/Windows-365-Overview.pdf',
    looksEqual: true,
    story: {
      en: 'The downloads page dates the Windows 365 overview anew; the file itself shows no difference.',
      ja: 'ダウンロード ページの表で Windows 365 概要の更新日が変わります (ファイル自体は同じに見えます)。',
    },
  },
  downloadsUpdated: {
    night: 4,
    kind: 'updated',
    origin: 'hub',
    path: '/en-us/playbook/resource/downloads.html',
    story: { en: 'So the downloads page changes, too.', ja: 'そのためダウンロード ページも変わります。' },
  },
  checklistUpdated: {
    night: 5,
    kind: 'updated',
    origin: 'documents',
    path: '/sheets/Intune-Deployment-Checklist.xlsx',
    story: { en: 'The Intune checklist gains a row.', ja: 'Intune チェックリストに行が増えます。' },
  },
  driveValueRemoved: {
    night: 6,
    kind: 'removed',
    origin: 'hub',
    path: '/en-us/playbook/drive-value.html',
    story: {
      en: 'The page "Drive value" is taken away, with every link to it.',
      ja: 'ページ「Drive value」がリンクごと削除されます。',
    },
  },
  playbookUpdated: {
    night: 6,
    kind: 'updated',
    origin: 'hub',
    path: '/en-us/playbook/index.html',
    story: {
      en: 'The first page of the Playbook names it no more.',
      ja: 'プレイブックの最初のページから項目が消えます。',
    },
  },
  skypeFixed: {
    night: 6,
    kind: 'fixed',
    origin: 'hub',
    path: '/en-us/playbook/skype-to-teams-transition-overview.html',
    story: {
      en: 'Skype to Teams Transition Overview opens at last.',
      ja: 'Skype to Teams Transition Overview がようやく開けるようになります。',
    },
  },
} as const satisfies Readonly<Record<string, NightlyChange>>;

type EventName = keyof typeof events;

/** All that happens, by night. A portal that is `down` is down that night only; everything else lasts. */
export const nightlyChanges: readonly NightlyChange[] = Object.values(events);

/** Whether an event lies in the past of a night, that night included. */
export function hasHappened(event: EventName, night: number): boolean {
  return night >= events[event].night;
}
