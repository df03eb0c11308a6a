import { append } from '../../kit/collections/append.js';
import { readAddress, type AddressKey } from './address.js';
import type { Lexicon } from './lexicon.js';
import type { Candidate } from './match.js';

/** The names of a candidate, each once: many are called the same as a page and as a file. */
export interface KnownTexts {
  /** Titles first, then files. */
  readonly texts: readonly string[];
  /** How many of them are titles. */
  readonly titles: number;
}

/** Collects the names of a candidate; `addresses` are its own. */
export function textsOf(
  { names }: Candidate,
  addresses: readonly AddressKey[],
  lexicon: Lexicon,
): KnownTexts {
  let texts: readonly string[] = [];
  for (const name of names) for (const text of partsOfTitle(name, lexicon)) texts = including(texts, text);
  const titles = texts.length;
  for (const { file } of addresses) if (file !== '') texts = including(texts, file);
  return { texts, titles };
}

function including(texts: readonly string[], text: string): readonly string[] {
  return texts.includes(text) ? texts : append(texts, text);
}

/** The addresses of a candidate that can be read. */
export function addressesOf({ urls }: Candidate): readonly AddressKey[] {
  let addresses: readonly AddressKey[] = [];
  for (const url of urls) {
    const address = readAddress(url);
    if (address !== null) addresses = append(addresses, address);
  }
  return addresses;
}

const bracketed = /^\[[^[\]]+\](?:\s*[-–>›]\s*\[[^[\]]+\])*\s*[-–>›]\s*\[([^[\]]+)\]$/;
const separator = /\s[|\-–—:]\s|\s?[|｜]\s?/;
/** Part of every separator, to find quickly that there is none. */
const separating = /[|｜]|\s[-–—:]/;

/** The names in a title: the title without the portal's name at its end, then the last part of `[A] - [B]`. */
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
