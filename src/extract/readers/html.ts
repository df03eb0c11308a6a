import { readPage } from '../html/read-page.js';
import type { BodyReader, Clue } from '../source.js';

/** HTML and XHTML pages, but not a DocFX `toc.html`. */
export const html: BodyReader = {
  accepts: (clue) => isHtml(clue) && clue.fileName !== 'toc.html',
  read: (source) => readPage(source),
};

const htmlTypes: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml']);

/** Whether it is declared as HTML, or not declared and begins like HTML (a part of WHATWG MIME Sniffing §7.1). */
export function isHtml({ contentType, head }: Clue): boolean {
  return (
    htmlTypes.has(contentType) ||
    (contentType === '' && /^\s*<(?:!doctype html|html|head|body|title|!--)/.test(head))
  );
}
