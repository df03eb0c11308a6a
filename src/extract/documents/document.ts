/** A link as it stands in a document. */
export interface DocumentLink {
  readonly href: string;
  readonly text: string;
  /** Where in the document: a slide, a cell. */
  readonly headings: readonly string[];
}

/**
 * Reads one kind of document that is no text: one file, registered by one line in `all.ts`. `null` if nothing can be read. Only
 * files that a user named are read so: of documents on portals it is known that they open, and no more.
 */
export interface DocumentReader {
  /** By the media type and the beginning, one character for each byte. */
  readonly accepts: (contentType: string) => boolean;
  readonly read: (bytes: Uint8Array) => readonly DocumentLink[] | null;
}
