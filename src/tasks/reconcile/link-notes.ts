import { detach } from '../../kit/text/detach.js';
import { linkKinds, type LinkKind } from '../../model/link.js';
import type { NamedEdges } from '../../model/links/edges.js';
import { noPlaces, union, type PlaceSet } from './place-set.js';

/** What links say about the resources they lead to, by id: ids are dense, so an array is quicker than a map. */
export interface Notes {
  readonly texts: (string[] | undefined)[];
  /** The places that link to each resource. */
  readonly places: PlaceSet[];
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

/**
 * Notes the links of a page that belongs to the places `own`. Of all texts, the first three for each resource in code unit order
 * are kept.
 */
export function noteLinks({ texts, places }: Notes, { to, kinds, textOf }: NamedEdges, own: PlaceSet): void {
  for (let link = 0; link < to.length; link++) {
    const target = to[link];
    if (target === undefined || !textualKinds.has(kinds[link] ?? -1)) continue;
    places[target] = union(places[target] ?? noPlaces, own);
    const text = textOf(link).slice(0, longestText);
    if (text === '') continue;
    const known = texts[target];
    if (known === undefined) texts[target] = [detach(text)];
    else noteText(known, text);
  }
}

function noteText(known: string[], text: string): void {
  for (const other of known) if (other === text) return;
  const last = known.at(-1);
  const isFull = known.length === mostTexts;
  if (isFull && last !== undefined && text >= last) return;
  known.push(detach(text));
  known.sort();
  if (isFull) known.pop();
}
