import { findAddresses } from '../text/addresses.js';
import { mostLinks, type DocumentLink } from './document.js';

/** The addresses that are written out in a text, as links. */
export function writtenLinks(text: string): readonly DocumentLink[] {
  return findAddresses(text, mostLinks).map(({ href }) => ({ href, text: '', headings: [] }));
}
