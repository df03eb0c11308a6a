import type { LinkKind } from '../../model/link.js';

/** A link as written in the markup, before it is known what it is relative to. */
export interface FoundLink {
  readonly href: string;
  readonly kind: LinkKind;
  readonly headings: readonly string[];
  /** Filled in when the element ends. */
  text: string;
}

/** Notes a link that was found. */
export type NoteLink = (href: string, kind: LinkKind, text?: string) => void;
