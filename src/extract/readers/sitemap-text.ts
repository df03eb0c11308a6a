import { resolverFor } from '../links/resolve.js';
import { pageOf } from '../page-of.js';
import type { BodyReader } from '../body-reader.js';

const entryLimit = 50_000;

/**
 * Sitemaps in plain text: one address on each line. Recognised by their file name, since any text could look like one. A file
 * that the user named is read as any text is.
 */
export const sitemapText: BodyReader = {
  accepts: ({ contentType, fileName, isFile }) =>
    !isFile && contentType === 'text/plain' && fileName.includes('sitemap') && fileName.endsWith('.txt'),
  read: (body) => {
    const resolve = resolverFor(body.url, body.fileSeeds);
    const lines = body.markup.split(/[\r\n]+/, entryLimit + 1);
    const entries = lines.slice(0, entryLimit).filter((line) => /^\s*https?:\/\//i.test(line));
    const links = entries.flatMap((line) => {
      const destination = resolve(line.trim());
      if (destination === null) return [];
      return [{ ...destination, kind: 'sitemap' as const, text: '', headings: [] }];
    });
    return pageOf(body, links, lines.length > entryLimit);
  },
};
