import { actionTerms } from './terms/actions.js';
import { businessTerms } from './terms/business.js';
import { commonThingTerms } from './terms/common-things.js';
import { documentTerms } from './terms/documents.js';
import { emptyTerms } from './terms/empty.js';
import { qualityTerms } from './terms/qualities.js';
import { rarerThingTerms } from './terms/rarer-things.js';
import { technologyTerms } from './terms/technology.js';

/**
 * Japanese words of IT documents in English. `|` separates meanings that only a reader can tell apart: such a word alone never
 * makes two names equal, it only suggests. An empty meaning: the word adds nothing.
 */
export const terms: Readonly<Record<string, string>> = {
  ...documentTerms,
  ...actionTerms,
  ...commonThingTerms,
  ...rarerThingTerms,
  ...technologyTerms,
  ...businessTerms,
  ...qualityTerms,
  ...emptyTerms,
};
