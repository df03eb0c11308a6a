import type { Cell } from '../readers/table.js';

/** The lines of a document cell that are titles: not addresses, not what a link already says, not a word for nothing. */
export function linesOf(cell: Cell | undefined): readonly string[] {
  if (cell === undefined) return [];
  if (cell.links.length === 1 && cell.links[0]?.text === '') return [];
  const lines = cell.text
    .split(/[\n；;]/)
    .map(oneLine)
    .filter((line) => line !== '');
  const titles = besideLinks(lines, [
    ...new Set(cell.links.map(({ text, url }) => (text === '' ? url : oneLine(text)))),
  ]).filter((line) => line !== '' && !/^https?:/i.test(line) && !isNothing(line));
  return withoutNumbers(titles).map(bareTitle);
}

const bullet = /^(?:[・•●○◎■□◆◇▪▸►▶→⇒✓✔☑]|[①-⑳❶-❿]|[-*]\s)\s*/u;
const label =
  /^(?:(?:参照|参考|添付|関連)?(?:資料|ドキュメント|ファイル)|参照|参考|添付|documents?|files?|attachments?)\s*[:：]\s*/iu;
const need = /^[【［[（(](?:必須|任意|必読)[】］\]）)]\s*|\s*[【［[（(](?:必須|任意|必読)[】］\]）)]$/gu;
const pages =
  /\s*(?:[（(]\s*pp?\.?\s?\d+(?:\s?[-–~～]\s?\d+)?\s*[）)]|\spp?\.\s?\d+(?:\s?[-–~～]\s?\d+)?)$/iu;
const referring = /(?:\s*を(?:ご)?|\s+)参照(?:ください|のこと|してください)?[。.]?$/u;

/** A title without what lists and remarks add to it: `・導入手順書（必須）`, `資料：導入手順書 P.12`, `導入手順書を参照`. */
export function bareTitle(title: string): string {
  const bare = [bullet, label, need, referring, pages]
    .reduce((rest, mark) => rest.replace(mark, ''), title)
    .trim();
  return bare === '' ? title : bare;
}

const numbered = /^(?:[（(]\s*[\d０-９]{1,2}\s*[）)]|[\d０-９]{1,2}\s*[）)．、]|[\d０-９]{1,2}\.\s)\s*/u;

/** Numbers count where every title of several has one; one alone may be the title's own: `1. Introduction`. */
function withoutNumbers(titles: readonly string[]): readonly string[] {
  const isList = titles.length > 1 && titles.every((title) => numbered.test(title));
  return isList ? titles.map((title) => title.replace(numbered, '')) : titles;
}

/** What the cell says of an address that stands in it as text: on its line, or on the line above. */
export function labelBeside({ text, links }: Cell, url: string): string {
  if (links.length === 1) return withoutAddresses(text);
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.includes(url));
  const line = lines[at] ?? '';
  const own = withoutAddresses(line);
  if (own !== '') return holdsOne(line) ? own : '';
  const above = lines[at - 1] ?? '';
  return withoutAddresses(above) === above ? above : '';
}

const address = /https?:\S+/gi;

function withoutAddresses(text: string): string {
  return oneLine(text.replace(address, ' ')).replace(/\s*[:：]$/, '');
}

function holdsOne(line: string): boolean {
  return (line.match(address) ?? []).length === 1;
}

/** Text of a cell as one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What stands about a link belongs to it, `Deck (PPTX, 2 MB)`; what a separator parts from it is a title of its own. */
function besideLinks(lines: readonly string[], labels: readonly string[]): readonly string[] {
  const others = labels.filter((label) => label !== '' && !lines.includes(label));
  const lineOf = new Map(others.map((label) => [label, lines.find((line) => line.includes(label))]));
  return lines.flatMap((line) => {
    if (labels.includes(line)) return [];
    const own = others.filter((label) => lineOf.get(label) === line);
    return own.length === 0
      ? [line]
      : line
          .split(/[、／|｜]|\s\/\s/)
          .map(oneLine)
          .filter((part) => !own.some((label) => part.includes(label) || label.includes(part)));
  });
}

const nothing =
  /^(?:[\p{Pd}ー_.…*・×/\\]+|n\/?a|none|nil|nothing|not applicable|tb[adc]|to be (?:determined|announced|confirmed)|coming soon|pending|(?:特に|該当|資料|ドキュメント|ファイル|リンク|添付)*(?:なし|無し|無|ありません)|未定|未作成|未公開|作成中|準備中|調整中|検討中|不要|対象外|後日(?:公開|提供|追加|案内)?)[.。]?$/iu;

/** What people write where there is no document, or none yet: `-`, `N/A`, `なし`, `未定`; and remarks, as `※最新版を使用`. */
function isNothing(line: string): boolean {
  if (line.startsWith('※')) return true;
  return nothing.test(
    line
      .normalize('NFKC')
      .replace(/^[([{【「]+|[)\]}】」]+$/gu, '')
      .trim(),
  );
}

/** Whether it means what the row above names. */
export function isDitto(line: string): boolean {
  return /^[("「（]*(?:同上|同左|上に同じ|上記と同じ|[〃″々]|ditto|same as above)[)"」）.。]*$/i.test(line);
}
