import { detach } from '../../kit/detach.js';
import { linkKinds, type LinkKind } from '../../model/link.js';
import type { NamedEdges } from '../../model/snapshot.js';

/** What the links to a resource say of it. */
export interface Note {
  readonly texts: string[];
  /** Which places link to it: a bit each. */
  places: number;
}

/** Notes by the id of what they are of: ids are dense, and an array is quicker to look into than a map. */
export type Notes = (Note | undefined)[];

const mostTexts = 3;
const longestText = 200;
const textual: ReadonlySet<LinkKind> = new Set([
  'anchor',
  'navigation',
  'frame',
  'refresh',
  'redirect',
  'resource',
  'media',
]);
/** Positions in `linkKinds`. */
const textualKinds = new Set(linkKinds.flatMap((kind, position) => (textual.has(kind) ? [position] : [])));

/**
 * Notes what the links of one page say, the page being one of `places`; of all texts, the first three a resource by code unit
 * are kept.
 */
export function noteLinks(notes: Notes, { to, kinds, textOf }: NamedEdges, places: number): void {
  for (let link = 0; link < to.length; link++) {
    const target = to[link];
    if (target === undefined || !textualKinds.has(kinds[link] ?? -1)) continue;
    const text = textOf(link);
    const note = notes[target];
    if (note === undefined) notes[target] = { texts: text === '' ? [] : [keep(text)], places };
    else {
      note.places |= places;
      noteText(note, text);
    }
  }
}

function keep(text: string): string {
  return detach(text.slice(0, longestText));
}

function noteText(note: Note, text: string): void {
  const short = text.length > longestText ? text.slice(0, longestText) : text;
  if (short === '' || note.texts.includes(short)) return;
  const last = note.texts.at(-1);
  const isFull = note.texts.length === mostTexts;
  if (isFull && last !== undefined && short >= last) return;
  note.texts.push(keep(short));
  note.texts.sort();
  if (isFull) note.texts.pop();
}
