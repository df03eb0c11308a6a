import { anyOf } from './any-of.js';

const marks = String.raw`[\p{Pd}ー_.…*・×✕✖✗☒❌○◯〇✓✔☑✅☐/\\]+`;
const none = anyOf('n/?a none nil nothing no false 不要 対象外 廃止(?:済み?|予定)? 削除(?:済み?|予定)?');
const noneOfIt = '(?:特に|該当|資料|ドキュメント|ファイル|リンク|添付)*(?:なし|無し|無|ありません)';
const notYet = anyOf(
  'tb[adc] pending 未定 未作成 未公開 作成中 準備中 調整中 検討中 要確認 確認中 後日(?:公開|提供|追加|案内)?',
);
const inWords = 'not applicable|to be (?:determined|announced|confirmed)|coming soon';
const elsewhere = anyOf('別紙(?:参照)? 別途(?:参照|連絡|案内|共有|提供|配布|送付)?');
const some = anyOf('あり 有り? yes true');
const count = String.raw`\d+\s?(?:件|点|個|本|files?|documents?|docs)?`;
const nothing = new RegExp(
  `^(?:${[marks, none, noneOfIt, notYet, inWords, elsewhere, some, count].join('|')})[.。]?$`,
  'iu',
);

/**
 * Whether a line names no document: it says that there is none, `-`, `なし`, none yet, `未定`, or only that there is one, `○`; or it
 * is a remark, such as `※最新版を使用`.
 */
export function isNothing(line: string): boolean {
  if (line.startsWith('※')) return true;
  return nothing.test(
    line
      .normalize('NFKC')
      .replace(/^[([{【「]+|[)\]}】」]+$/gu, '')
      .trim(),
  );
}

/** Whether it is what a spreadsheet shows in place of a result that it does not have. */
export function isFormulaError(line: string): boolean {
  return /^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!)$/i.test(line);
}

/** Whether it means "as in the row above". */
export function isDitto(line: string): boolean {
  return /^[("「（]*(?:同上|同左|上に同じ|上記と同じ|[〃″々]|ditto|same as above)[)"」）.。]*$/i.test(line);
}
