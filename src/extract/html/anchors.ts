import { decodePercent } from '../../kit/urls/url-path.js';
import type { Attributes } from '../markup/attributes.js';

const anchorLimit = 50_000;
/** GitHub puts this before every id, and its script finds the bare one. */
const userContent = 'user-content-';

/** Everything a fragment may point at. */
export interface Anchors {
  readonly add: (name: string | null) => void;
  readonly readFrom: (name: string, attributes: Attributes) => void;
  readonly isCut: () => boolean;
  /** `null` if there are more than are kept: then nobody can tell which are missing. */
  readonly list: () => readonly string[] | null;
}

/** Collects ids and names: as they are and percent-decoded, since browsers try both (WHATWG HTML §7.4.6.3). */
export function createAnchors(): Anchors {
  const known = new Set<string>();
  let isCut = false;
  const add = (id: string | null): void => {
    if (id === null || id === '' || isCut) return;
    known.add(id);
    if (id.includes('%')) known.add(decodePercent(id));
    if (id.startsWith(userContent)) known.add(id.slice(userContent.length));
    isCut = known.size > anchorLimit;
  };
  const readFrom = (name: string, attributes: Attributes): void => {
    if (attributes.hasLength(2)) add(attributes.value('id'));
    if (name === 'a' || name === 'map') add(attributes.value('name'));
  };
  return { add, readFrom, isCut: () => isCut, list: () => (isCut ? null : [...known]) };
}
