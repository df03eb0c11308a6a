import { cellOf, emptyCell, struckCell, tidy } from './cell.js';
import { listLimits, type Cell, type CellLink } from './table.js';

/** The part of a node of the tree that is used here. */
export interface Node {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
  readonly parent?: Node | null;
}

const unseen = new Set(['script', 'style', 'template', 'noscript', 'rt', 'rp']);
const struck = new Set(['s', 'del', 'strike']);
const lineThrough = /text-decoration[^;]{0,100}line-through/i;

/** What is struck out no longer holds (HTML §4.5.5, §4.7.2). */
export function isStruck({ name = '', attribs }: Node): boolean {
  return struck.has(name) || lineThrough.test(attribs?.['style'] ?? '');
}

const breaking = new Set(['br', 'p', 'li', 'div']);

/** A cell of a row that is struck out. */
export function readStruckCell(cell: Node): Cell {
  return holdsText(cell) ? struckCell : emptyCell;
}

/** The text and links of a cell. With a stack of its own: pages may nest deeper than recursion allows. */
export function readCell(cell: Node): Cell {
  const links: CellLink[] = [];
  let text = '';
  let anchor: Node | null = null;
  let from = 0;
  let crossesOut = false;
  let hasStruck = false;
  const endLink = (): void => {
    const url = anchor?.attribs?.['href']?.trim() ?? '';
    const label = tidy(text.slice(from));
    if (url !== '' && !(label === '' && crossesOut)) links.push({ url, text: label });
    anchor = null;
  };
  const stack: (Node | 'end-of-link')[] = [cell];
  for (
    let node = stack.pop();
    node !== undefined && text.length < listLimits.cellLength;
    node = stack.pop()
  ) {
    if (node === 'end-of-link') {
      endLink();
      continue;
    }
    if (isStruck(node)) {
      crossesOut = true;
      hasStruck ||= holdsText(node);
      continue;
    }
    text += textOf(node);
    if (node.name === 'a' && anchor === null) {
      [anchor, from, crossesOut] = [node, text.length, false];
      stack.push('end-of-link');
    }
    if (!unseen.has(node.name ?? ''))
      stack.push(...(node.children ?? []).slice(0, mostChildren).toReversed());
  }
  const read = cellOf(text, links);
  return hasStruck && read.text === '' && read.links.length === 0 ? struckCell : read;
}

function holdsText(node: Node): boolean {
  const stack = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.type === 'text' && (next.data ?? '').trim() !== '') return true;
    stack.push(...(next.children ?? []).slice(0, mostChildren));
  }
  return false;
}

const mostChildren = 10_000;

function textOf({ type, data = '', name = '' }: Node): string {
  if (type === 'text') return data.replace(/\s+/g, ' ');
  return breaking.has(name) ? '\n' : '';
}
