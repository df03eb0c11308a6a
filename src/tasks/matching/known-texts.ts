import { readAddress, type AddressKey } from './address.js';
import type { Lexicon } from './lexicon.js';
import type { Candidate } from './match.js';

/** What a candidate is called, each once though many are called the same by page and file. */
export interface KnownTexts {
  /** Titles first, then files. */
  readonly texts: readonly string[];
  /** How many of them are titles. */
  readonly titles: number;
}

/** Collects what a candidate is called; `addresses` are its own. */
export function textsOf(
  { names }: Candidate,
  addresses: readonly AddressKey[],
  lexicon: Lexicon,
): KnownTexts {
  const texts: string[] = [];
  const add = (text: string): void => {
    if (!texts.includes(text)) texts.push(text);
  };
  for (const name of names) partsOfTitle(name, lexicon).forEach(add);
  const titles = texts.length;
  for (const { file } of addresses) if (file !== '') add(file);
  return { texts, titles };
}

/** The addresses of a candidate that can be read. */
export function addressesOf({ urls }: Candidate): readonly AddressKey[] {
  const addresses: AddressKey[] = [];
  for (const url of urls) {
    const address = readAddress(url);
    if (address !== null) addresses.push(address);
  }
  return addresses;
}

const bracketed = /^\[[^[\]]+\](?:\s*[-–>›]\s*\[[^[\]]+\])*\s*[-–>›]\s*\[([^[\]]+)\]$/;
const separator = /\s[|\-–—:]\s|\s?[|｜]\s?/;
/** What every separator has in it. */
const separating = /[|｜]|\s[-–—:]/;

/** A title without the portal's name at its end; then what `[A] - [B]` ends with. */
export function partsOfTitle(title: string, lexicon: Lexicon): readonly string[] {
  const trimmed = title.trim();
  if (trimmed === '') return [];
  const path = trimmed.startsWith('[') ? bracketed.exec(trimmed)?.[1] : undefined;
  if (path !== undefined) return [trimmed, path];
  if (!separating.test(trimmed)) return [trimmed];
  const parts = trimmed.split(separator);
  const end = parts.findIndex((part, at) => at > 0 && lexicon.siteNames.has(part.trim().toLowerCase()));
  return [end > 0 ? parts.slice(0, end).join(' - ') : trimmed];
}
