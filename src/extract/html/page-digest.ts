import { digestOf } from '../../model/page.js';
import type { Element } from '../markup/elements.js';
import { createPlainDigest, digestsOf } from './digest.js';

/** Takes the digest of the content of a page. */
export interface PageDigest {
  /** Any start tag. */
  readonly open: (element: Element) => void;
  readonly close: (element: Element) => void;
  readonly text: (start: number, end: number) => void;
  readonly title: (start: number, end: number) => void;
  readonly finish: () => string;
}

/**
 * A digest of the title and the content, without the surroundings: a new entry in a menu does not update every page. If a page
 * has nothing else, or does not end its surroundings, they count too.
 */
export function createPageDigest(markup: string, bytes: Uint8Array | null): PageDigest {
  const createDigest = digestsOf(markup, bytes);
  const [title, content, around] = [createDigest(), createDigest(), createDigest()];
  let depth = 0;
  return {
    open: ({ isSurrounding }) => {
      if (isSurrounding) depth++;
    },
    close: ({ isSurrounding }) => {
      if (depth > 0 && isSurrounding) depth--;
    },
    text: (start, end) => (depth > 0 ? around : content).add(markup, start, end),
    title: (start, end) => title.add(markup, start, end),
    finish: () => {
      const parts = [title, content, ...(depth > 0 || content.isEmpty() ? [around] : [])];
      const whole = parts.map((part) => part.finish()).join('');
      const digest = createPlainDigest(null);
      digest.add(whole, 0, whole.length);
      return digestOf(digest.finish());
    },
  };
}
