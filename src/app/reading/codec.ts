import type { Reading } from '../../model/reading.js';

/** A reading as it crosses between threads: a message with two long strings costs a tenth of one with eighty short ones. */
export interface EncodedReading extends Omit<Reading, 'links'> {
  readonly urls: string;
  readonly words: string;
  readonly rows: Uint32Array;
}

/** Packed links hold no NUL: it separates what is joined. */
const separator = '\0';

export function encodeReading({ links, ...rest }: Reading): EncodedReading {
  return { ...rest, urls: links.urls.join(separator), words: links.words.join(separator), rows: links.rows };
}

export function decodeReading({ urls, words, rows, ...rest }: EncodedReading): Reading {
  return {
    ...rest,
    links: { urls: urls === '' ? [] : urls.split(separator), words: words.split(separator), rows },
  };
}
