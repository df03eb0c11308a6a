import { heading, link, list, paragraph, table } from '../markup.js';
import { tasks } from '../tasks/task-rows.js';
import type { DemoWorld } from '../world.js';
import type { HubPage } from './layout.js';
import { japaneseCells, japaneseHeadings } from './task-table.js';

/** The Japanese folder: made at different times, in different encodings, and not all of it translated. */
export function japanesePages({ origins }: DemoWorld): readonly HubPage[] {
  return [
    page('index.html', 'FastTrack Ready パートナー ハブ', [
      paragraph(link('playbook/index.html', 'FastTrack プレイブック')),
      paragraph(link(`${origins.community}/ja-jp/`, 'スペシャリスト パートナー コミュニティ')),
    ]),
    page('playbook/index.html', 'FastTrack プレイブック', [
      list(link('initiate.html', '開始フェーズ'), link('assess.html', '評価フェーズ')),
      paragraph(link('exchange-guidance.html', 'Exchange のガイダンス')),
      paragraph(link('/en-us/playbook/teams-guidance.html', 'Teams のガイダンス (英語)')),
    ]),
    {
      ...page('playbook/initiate.html', '開始', [
        table(japaneseHeadings, [
          japaneseCells(tasks.welcome),
          japaneseCells(
            tasks.kickoff,
            link(`${origins.shortLinks}/FastTrackKickoffJapan`, 'キックオフの実施'),
          ),
          ['4199', '日本語のみのタスク', 'O', 'FastTrack マネージャー', 'すべて'],
        ]),
        paragraph(link(`${origins.shortLinks}/FastTrackJapanRetired`, '日本向けキット')),
      ]),
      encoding: 'shift_jis',
    },
    {
      ...page('playbook/assess.html', '評価', [
        table(
          ['タスクID', 'タスク', '必須', '役割', 'サービス'],
          [japaneseCells(tasks.metrics), japaneseCells(tasks.complianceScore)],
        ),
        paragraph(link('resource/services-workshops.html', 'サービス ワークショップ'), 'をご覧ください。'),
      ]),
      encoding: 'euc-jp',
    },
    page('playbook/resource/services-workshops.html', 'サービス ワークショップ', [
      heading(2, 'Microsoft 365 ワークショップ', 'microsoft-365-workshops'),
      heading(3, 'Microsoft Information Protection (MIP)', 'mip'),
      list(
        link(
          '/en-us/playbook/resource/compliance-score-workshop.html',
          'コンプライアンス スコア ワークショップ',
        ),
      ),
    ]),
  ];
}

function page(path: string, title: string, body: readonly string[]): HubPage {
  return { path: `/ja-jp/${path}`, language: 'ja-jp', title, body, twin: `/en-us/${path}` };
}
