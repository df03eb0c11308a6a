import { createNavigationOutline } from '../html/navigation-outline.js';
import { readPage } from '../html/read-page.js';
import type { BodyReader } from '../body-reader.js';
import { isHtml } from './html.js';

/**
 * DocFX's navigation as a page: nested lists in a file named `toc.html`. Its anchors are navigation, and their headings are the
 * entries above them.
 */
export const tocHtml: BodyReader = {
  accepts: (clue) => isHtml(clue) && clue.fileName === 'toc.html',
  read: (body) => {
    const page = readPage(body, createNavigationOutline());
    const links = page.links.map((link) =>
      link.kind === 'anchor' ? { ...link, kind: 'navigation' as const } : link,
    );
    return { ...page, links };
  },
};
