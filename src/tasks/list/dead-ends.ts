import type { Cell } from '../readers/table.js';
import { isGenericLabel } from './generic-label.js';

/** A cell without links that lead nowhere, such as those of scripts. Their texts stay, if they name something. */
export function withoutDeadEnds(cell: Cell): Cell {
  const dead = cell.links.filter(({ url }) => /^(#|javascript:)/i.test(url));
  if (dead.length === 0) return cell;
  const text = dead
    .map((link) => (link.text === '' ? cell.text : link.text))
    .filter(isGenericLabel)
    .reduce(withoutLast, cell.text);
  return { text, links: cell.links.filter((link) => !dead.includes(link)) };
}

function withoutLast(text: string, part: string): string {
  const at = text.lastIndexOf(part);
  return at < 0 ? text : text.slice(0, at) + text.slice(at + part.length);
}
