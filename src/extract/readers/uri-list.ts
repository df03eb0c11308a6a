import { decodePercent } from '../../kit/urls/url-path.js';
import { resolverFor } from '../links/resolve.js';
import { pageOf } from '../page-of.js';
import type { BodyReader } from '../body-reader.js';

const entryLimit = 50_000;

/** Lists of addresses (RFC 2483 §5), as folders show what is in them: one on each line, after `#` a remark. */
export const uriList: BodyReader = {
  accepts: ({ contentType, isFile }) => isFile && contentType === 'text/uri-list',
  read: (body) => {
    const resolve = resolverFor(body.url);
    const lines = body.markup.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    const links = lines.slice(0, entryLimit).flatMap((line) => {
      const destination = resolve(line);
      if (destination === null) return [];
      const text = decodePercent(line.slice(line.lastIndexOf('/') + 1));
      return [{ ...destination, written: null, kind: 'sitemap' as const, text, headings: [] }];
    });
    return pageOf(body, links, lines.length > entryLimit);
  },
};
