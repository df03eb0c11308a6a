import { documentTypeOf } from '../../kit/documents/document-type.js';

/** How much of a body to read, and which parts of it to keep. */
export interface Portion {
  /** Bytes kept from the start. */
  readonly start: number;
  /** Bytes kept from the end. */
  readonly end: number;
  /** Bytes read at most; the rest is not waited for. */
  readonly most: number;
  /** How reading ends there: as intended, or because there was too much. */
  readonly beyond: 'dropped' | 'too-large';
  /** Bytes that wait for room before they are read; 0 for what is small enough. */
  readonly holds: number;
}

/** Enough to recognise a document: its magic number, its first or last directory. */
export const sampleSize = 65_536;

/** Up to this size reading to the end is cheaper than opening another connection. */
const smallSize = 262_144;

/** A document that is larger is not kept whole. */
const documentSize = 104_857_600;

/** No more is read of a document even with `deep`. */
const deepSize = 2 ** 31;

const nothing: Portion = { start: 0, end: 0, most: 0, beyond: 'dropped', holds: 0 };
const drained: Portion = { start: 0, end: 0, most: sampleSize, beyond: 'dropped', holds: 0 };
const sampled: Portion = { start: sampleSize, end: 0, most: sampleSize, beyond: 'dropped', holds: 0 };
const small: Portion = { start: smallSize, end: 0, most: smallSize, beyond: 'dropped', holds: 0 };
const deep: Portion = { start: sampleSize, end: sampleSize, most: deepSize, beyond: 'too-large', holds: 0 };

interface Head {
  readonly appetite: 'whole' | 'sample' | 'none';
  /** A document is wanted whole, whatever the appetite. */
  readonly wholeDocuments: boolean;
  readonly path: string;
  /** Media type, lower case, without parameters. */
  readonly contentType: string;
  /** The header `Content-Disposition`. */
  readonly disposition: string | null;
  readonly isEncoded: boolean;
  /** Declared length of this message's body; `null` if unknown. */
  readonly length: number | null;
}

/** Decides once the headers are known: if a request for a page is answered with a film, only a sample of it is read. */
export function portionOf(head: Head, limits: { readonly maxBody: number; readonly deep: boolean }): Portion {
  const { appetite, contentType, length, path } = head;
  const isSmall = length !== null && length <= smallSize;
  if (appetite === 'none') return length !== null && length <= sampleSize ? drained : nothing;
  if (head.wholeDocuments && documentTypeOf({ ...head, url: path }) !== null)
    return documentPortion(head, limits.maxBody);
  const readable = isReadable(contentType, path);
  if (appetite === 'whole' && readable) {
    return { start: limits.maxBody, end: 0, most: limits.maxBody, beyond: 'too-large', holds: 0 };
  }
  if (appetite === 'sample' && limits.deep) return deep;
  return isSmall || readable ? small : sampled;
}

/** A document is of use as a whole or not at all. How large it is after decompression, nobody knows. */
function documentPortion({ length, isEncoded }: Head, maxBody: number): Portion {
  const start = Math.max(maxBody, documentSize);
  if (length !== null && length > start) return deep;
  const expected = length === null || isEncoded ? start : length;
  const holds = expected <= smallSize ? 0 : expected;
  return { start, end: sampleSize, most: deepSize, beyond: 'too-large', holds };
}

const readableTypes =
  /^$|^text\/|[/+](xml|json|xhtml|javascript|ecmascript|x-javascript|csv|markdown|gzip|x-gzip)$|spreadsheet|ms-excel|^application\/x-www-form|^message\//;
const opaqueTypes = /^(application|binary)\/(octet-stream|x-download|force-download|unknown)$/;
const readableEndings = /\.(html?|xhtml|xml|gz|json|csv|tsv|xlsx|md|markdown|txt|css)(\?|$)/i;

/** Whether a body of this type can be a page, a style sheet, a sitemap or a list, which are read to the end. */
function isReadable(contentType: string, path: string): boolean {
  return readableTypes.test(contentType) || (opaqueTypes.test(contentType) && readableEndings.test(path));
}
