import type { Cell } from '../readers/table.js';
import { isGenericLabel } from './generic-label.js';
import { namesDocument } from './document-kinds.js';

/**
 * A cell without links that lead to no document. The texts of those that lead nowhere, such as those of scripts, stay if they name
 * something; those of links to people do not, nor what stands beside them, unless it is surely a document.
 */
export function withoutDeadEnds(cell: Cell): Cell {
  const dead = cell.links.filter(({ url }) => leadsNowhere(url) || callsSomebody(url));
  if (dead.length === 0) return cell;
  const text = dead.reduce((rest, link) => {
    const label = link.text === '' ? cell.text : link.text;
    if (callsSomebody(link.url)) return withoutLabel(rest, label, isDocument);
    return isGenericLabel(label) ? withoutLabel(rest, label, saysSomething) : rest;
  }, cell.text);
  return { text, links: cell.links.filter((link) => !dead.includes(link)) };
}

function isDocument(name: string): boolean {
  return namesDocument(name) && !isGenericLabel(name);
}

/** Nothing does that is part of the sentence of a label: `資料はこちら`, `Click here to …`. */
function saysSomething(name: string): boolean {
  return !isGenericLabel(name) && !/^(?:を|から)/.test(name);
}

/** Whether an address is that of a place on the same page, or of a script. */
export function leadsNowhere(url: string): boolean {
  return /^(?:#|javascript:)/i.test(url);
}

/** Whether an address leads to a person. */
export function callsSomebody(url: string): boolean {
  return /^(?:mailto|tel):/i.test(url);
}

/**
 * A text without a label, on the line that most surely has it as a label and not as part of a name. What else is on that line stays
 * if it is a name.
 */
function withoutLabel(text: string, label: string, isName: (beside: string) => boolean): string {
  if (text === label) return '';
  const lines = text.split('\n');
  const [is, ends, starts, contains] = [
    lines.lastIndexOf(label),
    lines.findLastIndex((line) => line.endsWith(label)),
    lines.findLastIndex((line) => line.startsWith(label)),
    lines.findLastIndex((line) => line.includes(label)),
  ];
  const at = [is, ends, starts, contains].find((position) => position >= 0);
  if (at === undefined) return text;
  const name = beside(lines[at] ?? '', label).trim();
  return lines.with(at, isName(name) ? name : '').join('\n');
}

function beside(line: string, label: string): string {
  if (line.endsWith(label)) return line.slice(0, -label.length).replace(/[\s、,，／/|｜・:：はをの]+$/, '');
  if (line.startsWith(label)) return /^[\s、,，／/|｜・:：]+(.+)$/.exec(line.slice(label.length))?.[1] ?? '';
  const bracketed = [`(${label})`, `（${label}）`, `[${label}]`, `【${label}】`];
  const part = bracketed.find((one) => line.includes(one));
  return part === undefined ? '' : line.replace(part, '');
}
