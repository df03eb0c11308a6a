import type { FileSeed } from '../model/file-seed.js';
import type { Page } from '../model/page.js';

/** What a reader decides by whether a body is its own, before anything is decoded. */
export interface Clue {
  /** Media type in lower case; empty if not declared. */
  readonly contentType: string;
  /** Last segment of the URL's path in lower case. */
  readonly fileName: string;
  /** It is a file of this machine. */
  readonly isFile: boolean;
  /** It is what the user named, rather than what lies in that. */
  readonly isNamed: boolean;
  /** The first bytes, one character for each byte, lower case. */
  readonly head: string;
}

/** A decoded body. */
export interface DecodedBody {
  readonly url: string;
  /** Media type in lower case; empty if not declared. */
  readonly contentType: string;
  readonly markup: string;
  /** The bytes, if each of them is one character of the markup; else `null`. */
  readonly bytes: Uint8Array | null;
  /** `false`: there is no U+0000 in the markup. */
  readonly mayHoldNul: boolean;
  /** The charset the bytes were read as (WHATWG name). */
  readonly charset: string;
  readonly checkFragments: boolean;
  /** `false`: URLs in styles are not links. */
  readonly checkStyles?: boolean;
  /** What of this machine the walk starts from. */
  readonly fileSeeds?: readonly FileSeed[];
}

/** Reads one kind of body: one file, registered by one line in `readers/all.ts`. No two accept the same body. */
export interface BodyReader {
  readonly accepts: (clue: Clue) => boolean;
  readonly read: (body: DecodedBody) => Page;
}
