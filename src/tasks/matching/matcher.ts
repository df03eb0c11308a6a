import { rememberLatest } from '../../kit/remember-latest.js';
import { defaultGlossary, type Glossary } from '../vocabulary/glossary.js';
import { indexCandidates } from './candidate-index.js';
import { findMatches } from './find.js';
import { createLexicon } from './lexicon.js';
import type { Candidate, Expected, Match } from './match.js';
import { suggestMatches } from './suggest.js';

/** Knows when two names are one document. */
export interface Matcher {
  /** Indexes candidates. They are read again later and must not change. */
  readonly index: (candidates: readonly Candidate[]) => Finder;
}

/** Finds documents among candidates. */
export interface Finder {
  /** What is surely the document, strongest evidence first. */
  readonly find: (expected: Expected) => readonly Match[];
  /** What may be the document, likeliest first, at most five; costly, and seldom needed where something was found. */
  readonly suggest: (expected: Expected) => readonly Match[];
}

/** Creates a matcher, which takes about ten milliseconds: one for each run. */
export function createMatcher(glossary: Glossary = defaultGlossary): Matcher {
  const lexicon = createLexicon(glossary);
  return {
    index: (candidates) => {
      const index = indexCandidates(candidates, lexicon);
      const found = rememberLatest((expected: Expected) => findMatches(expected, index, lexicon));
      return {
        find: (expected) => found(expected).sure,
        suggest: (expected) => suggestMatches(found(expected), index, lexicon),
      };
    },
  };
}
