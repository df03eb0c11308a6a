import type { Verdict } from '../../model/verdict.js';
import type { Expected } from '../matching/match.js';
import type { Finder } from '../matching/matcher.js';
import type { LibraryPlace, Library } from './library.js';
import type { PlaceSet } from './place-set.js';

/** Everything that answers rest on. */
export interface Ground {
  readonly library: Library;
  readonly finder: Finder;
  /** Whether a document may still be at a place, behind pages that could not be read. */
  readonly mayBeBehind: (expected: Expected, place: PlaceSet) => boolean;
  readonly places: readonly LibraryPlace[];
  readonly verdictOf: (resource: number) => Verdict | null;
}
