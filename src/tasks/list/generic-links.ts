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
    const before = text.slice(end, start);
    const isFirst = end === 0;
    end = start + link.text.length;
    const next = text.indexOf(links[at + 1]?.text ?? '\n', end);
    const behind = text.slice(end, next < 0 ? undefined : next);
    const isKind = endsInKind(link.text);
    last = isGenericLabel(link.text) ? nameAround({ before, behind, isFirst, isKind }, last) : '';
    return last !== '' && isKind && !namesDocument(last) ? `${last} ${link.text}` : last;
  });
}

/** What stands around a link. */
interface Surroundings {
  /** From the link before, or from the start of the cell. */
  readonly before: string;
  readonly isFirst: boolean;
  /** To the next link, or to the end. */
  readonly behind: string;
  /** Whether the link says what kind of document it is, and may have no other name: `Overview`. */
  readonly isKind: boolean;
}

/** `last` is what the link before was called, for want of a text that says something. */
function nameAround({ before, isFirst, behind, isKind }: Surroundings, last: string): string {
  const lines = before.split(divided);
  const line = lines.at(-1) ?? '';
  if (bare(line) !== '') return nameBefore(line);
  if (lines.length === 1 && last !== '') return last;
  const rest = behind.split(divided)[0] ?? '';
  const title = begun.test(rest) ? '' : bare(rest);
  if (namesDocument(title)) return meaning(title);
  // The first of the lines is that of the link before.
  const hasAbove = !isKind && /^[\s(（[［【]*$/.test(line) && (isFirst || lines.length > 2);
  return hasAbove ? meaning(bare(lines.at(-2) ?? '')) : '';
}

const divided = /[\n；;]/;
const introduces = /[:：(（[［【→=\p{Pd}は]\s*$/u;
/** Behind such a mark, and before one, stands another title. */
const begun = /^\s*[、,，／/|｜・]/;
const ended = /[、,，／/|｜・]\s*$/;

function nameBefore(line: string): string {
  const name = bare(line.replace(/は\s*$/, ''));
  const isName = introduces.test(line) || (namesDocument(name) && !ended.test(line));
  return isName ? meaning(name) : '';
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
