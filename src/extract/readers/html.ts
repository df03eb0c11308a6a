import { readPage } from '../html/read-page.js';
import type { BodyReader, Clue } from '../body-reader.js';
import { rootOf } from '../markup/walk-xml.js';
import { isSitemap } from './sitemap.js';

/** HTML and XHTML pages, but neither a DocFX `toc.html` nor a sitemap that its server takes for a page. */
export const html: BodyReader = {
  accepts: (clue) => isHtml(clue) && clue.fileName !== 'toc.html',
  read: (body) => readPage(body),
};

const htmlTypes: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml']);
const xmlTypes: ReadonlySet<string> = new Set(['application/xml', 'text/xml']);

/** What HTML begins with, as browsers recognise it if no type is declared (WHATWG MIME Sniffing §7.1). */
const beginning =
  /^\s*<(?:!--|(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)[\s>])/;

/** Whether it is declared as HTML; or as XML, with HTML at its root; or not declared, and begins like HTML. */
export function isHtml({ contentType, head }: Clue): boolean {
  if (htmlTypes.has(contentType)) return !isSitemap(head);
  if (xmlTypes.has(contentType)) return rootOf(head) === 'html';
  return contentType === '' && beginning.test(head);
}
