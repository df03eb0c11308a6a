import type { Verdict } from '../../model/verdict.js';
import type { Finder } from '../matching/matcher.js';
import type { LibraryPlace, Library } from './library.js';

/** Everything that answers rest on. */
export interface Ground {
  readonly library: Library;
  readonly finder: Finder;
  readonly places: readonly LibraryPlace[];
  readonly verdictOf: (resource: number) => Verdict | null;
}
