import type { CrawlProgress } from '../../app/context/world.js';
import { columnsOf } from '../../kit/text/display-width.js';
import type { Language, Text } from '../../model/text.js';

const labels = {
  pages: { en: 'pages', ja: 'ページ' },
  checked: { en: 'checked', ja: '確認済み' },
  waiting: { en: 'waiting', ja: '待ち' },
  broken: { en: 'broken', ja: 'リンク切れ' },
  rate: { en: '/s', ja: '/秒' },
  slowest: { en: 'slowest', ja: '最も遅い' },
} satisfies Record<string, Text>;

/** The progress of a walk in one line of limited width: parts at the end are left out rather than cut. */
export function renderProgress(progress: CrawlProgress, language: Language, columns: number): string {
  const separator = ' · ';
  let line = '';
  for (const part of describe(progress, language)) {
    const longer = line === '' ? part : line + separator + part;
    if (columnsOf(longer) > columns) break;
    line = longer;
  }
  return line;
}

function describe(progress: CrawlProgress, language: Language): readonly string[] {
  const number = new Intl.NumberFormat('en');
  const count = (label: 'pages' | 'checked' | 'waiting' | 'broken'): string =>
    `${number.format(progress[label])} ${labels[label][language]}`;
  const rate = `${number.format(Math.round(progress.rate))}${labels.rate[language]}`;
  const parts = [count('pages'), count('checked'), count('waiting'), count('broken'), rate];
  if (progress.slowestHost !== null) {
    const { host, milliseconds } = progress.slowestHost;
    parts.push(`${labels.slowest[language]} ${host} ${(milliseconds / 1000).toFixed(1)} s`);
  }
  return parts;
}
