import { anyOf } from './any-of.js';

const others = [
  'role 役割 owner 担当 責任者 assignee contact 連絡先 問い?合わせ 窓口',
  'remark note comment memo 備考 備忘 メモ コメント 補足 注記 注意',
  'status progress 状態 状況 進捗 ステータス ticket issue チケット 課題',
  'phase stage step category フェーズ ステージ 段階 工程 カテゴリー? 分類 区分',
  'prerequisite depend previous 前提 依存 前後 先行 後続 (?:related|next)tasks? (?:関連|次の?)タスク',
].join(' ');
const another = new RegExp(anyOf(others));

/** Whether a title says that its column holds no documents, whatever is linked there: remarks, people, states, other tasks. */
export function holdsNoDocuments(title: string): boolean {
  return another.test(title.normalize('NFKC').toLowerCase().replace(/\s+/g, ''));
}
