import { abbreviations, shortPhrases } from './abbreviations.js';
import { products } from './products.js';
import { renames } from './renames.js';
import { terms } from './terms.js';
import { siteNames } from './words.js';

/** What the matcher knows about words. Every part may be replaced or added to. */
export interface Glossary {
  /** Japanese to English; `|` separates meanings that only a reader can tell apart. */
  readonly terms: Readonly<Record<string, string>>;
  readonly products: readonly string[];
  /** Lower-case short forms, of one or more words. */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** Old product name to the present one. */
  readonly renames: Readonly<Record<string, string>>;
  /** What portals append to the titles of their pages. */
  readonly siteNames: readonly string[];
}

export const defaultGlossary: Glossary = {
  terms,
  products,
  abbreviations: { ...abbreviations, ...shortPhrases },
  renames,
  siteNames,
};

/** The default glossary with a user's own entries laid over it. */
export function extendGlossary(own: Partial<Glossary>): Glossary {
  return {
    terms: { ...terms, ...own.terms },
    products: [...products, ...(own.products ?? [])],
    abbreviations: { ...defaultGlossary.abbreviations, ...own.abbreviations },
    renames: { ...renames, ...own.renames },
    siteNames: [...siteNames, ...(own.siteNames ?? [])],
  };
}
