import type { Cell } from '../readers/table.js';
import { isGenericLabel } from './generic-label.js';

/** A cell without links that lead nowhere, such as those of scripts. Their texts stay, if they name something. */
export function withoutDeadEnds(cell: Cell): Cell {
  const dead = cell.links.filter(({ url }) => leadsNowhere(url));
  if (dead.length === 0) return cell;
  const text = dead
    .map((link) => (link.text === '' ? cell.text : link.text))
    .filter(isGenericLabel)
    .reduce(withoutLabel, cell.text);
  return { text, links: cell.links.filter((link) => !dead.includes(link)) };
}

/** Whether an address is that of a place on the same page, or of a script. */
export function leadsNowhere(url: string): boolean {
  return /^(?:#|javascript:)/i.test(url);
}

/** Whether an address leads to a person. */
export function callsSomebody(url: string): boolean {
  return /^(?:mailto|tel):/i.test(url);
}

/** A text without a label, on the line that most surely has it as a label and not as part of a name. */
function withoutLabel(text: string, label: string): string {
  if (text === label) return '';
  const lines = text.split('\n');
  const [is, ends, starts, contains] = [
    lines.lastIndexOf(label),
    lines.findLastIndex((line) => line.endsWith(label)),
    lines.findLastIndex((line) => line.startsWith(label)),
    lines.findLastIndex((line) => line.includes(label)),
  ];
  const at = [is, ends, starts, contains].find((position) => position >= 0);
  return at === undefined ? text : lines.with(at, nameBeside(lines[at] ?? '', label)).join('\n');
}

/** What a line names besides the label of a link; nothing if the label is part of its sentence: `資料はこちら`, `Click here to …`. */
function nameBeside(line: string, label: string): string {
  const name = beside(line, label).trim();
  return isGenericLabel(name) || /^(?:を|から)/.test(name) ? '' : name;
}

function beside(line: string, label: string): string {
  if (line.endsWith(label)) return line.slice(0, -label.length).replace(/[\s、,，／/|｜・:：はをの]+$/, '');
  if (line.startsWith(label)) return /^[\s、,，／/|｜・:：]+(.+)$/.exec(line.slice(label.length))?.[1] ?? '';
  const bracketed = [`(${label})`, `（${label}）`, `[${label}]`, `【${label}】`];
  const part = bracketed.find((one) => line.includes(one));
  return part === undefined ? '' : line.replace(part, '');
}
