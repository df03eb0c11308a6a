import type { Reading } from '../../model/reading.js';

/**
 * A reading as it crosses between threads: a message with two long strings costs a tenth of one with eighty short ones. URLs
 * cross as JSON, since what is parsed is looked up faster in a map than what is cut from a longer string.
 */
export interface EncodedReading extends Omit<Reading, 'links'> {
  readonly urls: string;
  readonly words: string;
  readonly rows: Uint32Array;
}

/** Words hold no NUL: it separates what is joined. */
const separator = '\0';

export function encodeReading({ links, ...rest }: Reading): EncodedReading {
  return { ...rest, urls: JSON.stringify(links.urls), words: links.words.join(separator), rows: links.rows };
}

export function decodeReading({ urls, words, rows, ...rest }: EncodedReading): Reading {
  // What our own other end has written.
  const parsed = JSON.parse(urls) as readonly string[];
  return { ...rest, links: { urls: parsed, words: words.split(separator), rows } };
}
