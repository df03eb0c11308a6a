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
  const content = createContent();
  const stack: (Node | 'end-of-link')[] = [cell];
  for (let node = stack.pop(); node !== undefined && !content.isFull(); node = stack.pop()) {
    if (node === 'end-of-link') content.endLink();
    else if (isStruck(node)) content.strike(node);
    else if (!isNote(node)) {
      content.add(node);
      if (content.beginLink(node)) stack.push('end-of-link');
      stack.push(...childrenOf(node));
    }
  }
  return content.read();
}

/** What is read of a cell, node by node. */
interface Content {
  readonly isFull: () => boolean;
  readonly add: (node: Node) => void;
  /** Whether a link begins here; inside another one none does. */
  readonly beginLink: (node: Node) => boolean;
  readonly endLink: () => void;
  readonly strike: (node: Node) => void;
  readonly read: () => Cell;
}

function createContent(): Content {
  const links: CellLink[] = [];
  let text = '';
  let hasStruck = false;
  let link: { readonly url: string; readonly from: number; picture: string; isStruck: boolean } | null = null;
  return {
    isFull: () => text.length >= listLimits.cellLength,
    add: (node) => {
      text += textOf(node);
      if (node.name === 'img' && link?.picture === '') link.picture = node.attribs?.['alt'] ?? '';
    },
    beginLink: ({ name, attribs }) => {
      if (name !== 'a' || link !== null) return false;
      link = { url: attribs?.['href']?.trim() ?? '', from: text.length, picture: '', isStruck: false };
      return true;
    },
    endLink: () => {
      if (link === null) return;
      const label = tidy(text.slice(link.from)) || tidy(link.picture);
      if (link.url !== '' && !(label === '' && link.isStruck)) links.push({ url: link.url, text: label });
      link = null;
    },
    strike: (node) => {
      if (link !== null) link.isStruck = true;
      hasStruck ||= holdsText(node);
    },
    read: () => {
      const read = cellOf(text, links);
      return hasStruck && read.text === '' && read.links.length === 0 ? struckCell : read;
    },
  };
}

function childrenOf({ name = '', children = [] }: Node): readonly Node[] {
  return unseen.has(name) ? [] : children.slice(0, mostChildren).toReversed();
}

/** Whether it refers to a note below the table: `<sup>[1]</sup>`, `<sup>※2</sup>`. */
function isNote(node: Node): boolean {
  return node.name === 'sup' && noteMark.test(startOf(node));
}

const noteMark = /^[([（［]?(?:[\d*†‡]{1,3}|[※注]\d{0,2})[)\]）］]?$/u;

function holdsText(node: Node): boolean {
  return startOf(node) !== '';
}

/** The first text in an element, enough of it to tell what it is. */
function startOf(node: Node): string {
  const stack = [node];
  let start = '';
  for (let next = stack.pop(); next !== undefined && start.length < enough; next = stack.pop()) {
    if (next.type === 'text') start = `${start}${next.data ?? ''}`.trim();
    stack.push(...childrenOf(next));
  }
  return start;
}

const enough = 10;
const mostChildren = 10_000;

function textOf({ type, data = '', name = '' }: Node): string {
  if (type === 'text') return data.replace(/\s+/g, ' ');
  return breaking.has(name) ? '\n' : '';
}
