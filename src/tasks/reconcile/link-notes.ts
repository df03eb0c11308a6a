import { linkKinds, type LinkKind } from '../../model/link.js';
import { linkText } from '../../model/packed-links.js';
import type { Snapshot } from '../../model/snapshot.js';

/** What the links to a resource say of it. */
export interface Note {
  readonly texts: string[];
  /** Which places link to it: a bit each. */
  places: number;
}

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

/** Reads all links once; of all texts, the first three a resource by code unit are kept. `placesOf` tells the bits of a page. */
export function readLinks(snapshot: Snapshot, placesOf: (page: number) => number): ReadonlyMap<number, Note> {
  const notes = new Map<number, Note>();
  for (const { from, to, kinds } of snapshot.edges()) {
    const packed = snapshot.links(from);
    const places = placesOf(from);
    for (let row = 0; row < to.length; row++) {
      const target = to[row];
      if (target === undefined || !textualKinds.has(kinds[row] ?? -1)) continue;
      const note = notes.get(target) ?? remember(notes, target);
      note.places |= places;
      noteText(note, linkText(packed, row));
    }
  }
  return notes;
}

function remember(notes: Map<number, Note>, target: number): Note {
  const note = { texts: [], places: 0 };
  notes.set(target, note);
  return note;
}

function noteText(note: Note, text: string): void {
  const short = text.slice(0, longestText);
  if (short === '' || note.texts.includes(short)) return;
  const last = note.texts.at(-1);
  const isFull = note.texts.length === mostTexts;
  if (isFull && last !== undefined && short >= last) return;
  note.texts.push(short);
  note.texts.sort();
  if (isFull) note.texts.pop();
}
