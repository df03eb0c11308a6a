import type { PackedLinks } from './links/packed-links.js';
import type { PageFacts } from './page.js';
import type { Body } from './fetch.js';
import type { Fetched, Signals } from './resource.js';

/** A fetched body on its way to be read. */
export interface Material {
  readonly url: string;
  readonly answer: Fetched;
  readonly charset: string | null;
  readonly linkHeader: string | null;
  readonly refreshHeader: string | null;
  readonly body: Body;
  /** If it is a document, its links are to be read. Those of files always are. */
  readonly wholeDocuments?: boolean;
}

/** What was read of a body: facts for the snapshot, links for the frontier, signals for the rules. */
export interface Reading {
  /** `null` if it is no page. A document on the web is none, but may have links. */
  readonly facts: PageFacts | null;
  readonly links: PackedLinks;
  readonly signals: Signals;
  /** It has more links than are read of one page. */
  readonly isCut?: boolean;
}

/** Reads bodies, here or in another thread. Never rejects for what the web sent. */
export interface Reader {
  /** `null` if the reader is closed first: then nobody waits for what it is about to read. */
  readonly read: (material: Material) => Promise<Reading | null>;
  readonly close: () => Promise<void>;
}
