import type { Language } from '../../model/text.js';
import { readAddress, type AddressKey } from './address.js';
import { readKnownNames, type KnownName } from './candidate-index.js';
import { partsOfTitle } from './known-texts.js';
import type { Lexicon } from './lexicon.js';
import type { Expected } from './match.js';

/** An expected document understood. */
export interface Sought {
  readonly expected: Expected;
  readonly address: AddressKey | null;
  /** The title first, if there is one; then the file. */
  readonly names: readonly KnownName[];
  readonly language: Language | null;
}

/** Reads what is expected. */
export function seek(expected: Expected, lexicon: Lexicon): Sought {
  const address = expected.url === null ? null : readAddress(expected.url);
  const titles = partsOfTitle(expected.title, lexicon);
  const file = address?.file ?? '';
  const names = readKnownNames(file === '' ? titles : [...titles, file], titles.length, lexicon);
  const language =
    expected.language ??
    names.find(({ name }) => name.marked !== null)?.name.marked ??
    address?.language ??
    (titles.length > 0 ? names[0]?.name.language : null) ??
    null;
  return { expected, address, names, language };
}
