import type { DocumentType } from '../../kit/documents/document-type.js';

/** A link as it stands in a document. */
export interface DocumentLink {
  readonly href: string;
  readonly text: string;
  /** Where in the document: a slide, a cell. */
  readonly headings: readonly string[];
}

/** So many links are read of one document, and one more: whoever reads it notices that there are too many. */
export const mostLinks = 50_001;

/** Reads one kind of document that is no text: one file, registered by one line in `all.ts`. */
export interface DocumentReader {
  readonly type: DocumentType;
  /** `too-large`: what is compressed in it. `null` if nothing can be read, as what is declared as this kind may be another. */
  readonly read: (bytes: Uint8Array) => readonly DocumentLink[] | 'too-large' | null;
}
