import type { Verdict } from '../../model/verdict.js';
import type { Finder } from '../matching/matcher.js';
import type { LibraryPlace, Survey } from './survey.js';

/** What every answer rests on. */
export interface Ground {
  readonly survey: Survey;
  readonly finder: Finder;
  readonly places: readonly LibraryPlace[];
  readonly verdictOf: (resource: number) => Verdict | null;
}
