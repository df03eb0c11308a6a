import type { Cell } from '../readers/table.js';
import { isGenericLabel } from './generic-label.js';
import { endsInKind, namesDocument } from './document-kinds.js';

/**
 * What stands beside each link of a cell whose own text says nothing: `Kickoff: here`, `Kickoff (PPTX, PDF)`, or a title above
 * `Download`. Empty for links that say something themselves, and where nothing is.
 */
export function namesBeside({ text, links }: Cell): readonly string[] {
  let end = 0;
  let last = '';
  return links.map((link, at) => {
    const start = link.text === '' ? -1 : text.indexOf(link.text, end);
    if (start < 0) return '';
    const gap: Gap = { text: text.slice(end, start), isFirst: end === 0 };
    end = start + link.text.length;
    const next = text.indexOf(links[at + 1]?.text ?? '\n', end);
    const behind = text.slice(end, next < 0 ? undefined : next);
    last = isGenericLabel(link.text) ? nameAround(gap, behind, last) : '';
    return last !== '' && endsInKind(link.text) && !namesDocument(last) ? `${last} ${link.text}` : last;
  });
}

/** What stands between a link and the one before it, or the start of the cell. */
interface Gap {
  readonly text: string;
  readonly isFirst: boolean;
}

/** `last` is what the link before was called, for want of a text that says something. */
function nameAround({ text, isFirst }: Gap, behind: string, last: string): string {
  const lines = text.split(divided);
  const before = lines.at(-1) ?? '';
  if (bare(before) !== '') return nameBefore(before);
  if (lines.length === 1 && last !== '') return last;
  const title = bare(behind.split(divided)[0] ?? '');
  if (namesDocument(title)) return meaning(title);
  // The first of the lines is that of the link before.
  return isFirst || lines.length > 2 ? meaning(bare(lines.at(-2) ?? '')) : '';
}

const divided = /[\n；;]/;
const introduces = /[:：(（[［【→=\p{Pd}は]\s*$/u;

function nameBefore(line: string): string {
  const name = bare(line.replace(/は\s*$/, ''));
  return introduces.test(line) || namesDocument(name) ? meaning(name) : '';
}

/** A longer text is a sentence, and no name. */
const longestName = 100;

function meaning(name: string): string {
  return isGenericLabel(name) || name.length > longestName ? '' : name;
}

const edges = String.raw`[\s、,，／/|｜・:：()（）[\]［］【】→=\p{Pd}]`;
const leading = new RegExp(`^${edges}+`, 'u');
/** Only where a run of them begins, since a search from each is quadratic. */
const trailing = new RegExp(`(?<!${edges})${edges}+$`, 'u');

/** A text without the marks that divide it from links. */
function bare(text: string): string {
  return text.replace(leading, '').replace(trailing, '');
}
