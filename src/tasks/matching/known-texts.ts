import { append } from '../../kit/append.js';
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
