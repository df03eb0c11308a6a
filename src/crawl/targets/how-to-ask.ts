import type { FetchRequest } from '../../model/fetch.js';
import type { LinkKind } from '../../model/link.js';
import type { Method } from '../../model/resource.js';

/** How a URL is asked for the first time. */
export interface Asking {
  readonly method: Method;
  readonly appetite: FetchRequest['appetite'];
}

const assets: ReadonlySet<LinkKind> = new Set(['image', 'script', 'media', 'icon', 'social', 'resource']);
const documentEnding =
  /\.(pptx?|ppsx?|potx?|docx?|dotx?|xlsx?|xlsm|xltx?|pdf|zip|7z|rar|gz|tgz|vsdx?|mpp|one|mp4|m4v|mov|wmv|avi|mp3|wav|webm|exe|msi|iso|epub)$/i;
const sitemapEnding = /\.xml(\.gz)?$/i;
const assetEnding = /\.(png|jpe?g|gif|webp|svg|ico|bmp|avif|js|mjs|map|woff2?|ttf|eot|otf)$/i;

/**
 * Pages are read whole, documents only as far as needed to know that they open; for images and scripts the headers are enough.
 */
export function howToAsk(url: string, kind: LinkKind, walked: boolean): Asking {
  const path = pathOf(url);
  if (walked && sitemapEnding.test(path)) return { method: 'GET', appetite: 'whole' };
  if (documentEnding.test(path)) return { method: 'GET', appetite: 'sample' };
  if (kind === 'style') return walked ? { method: 'GET', appetite: 'whole' } : headersOnly;
  if (assets.has(kind) || assetEnding.test(path)) return headersOnly;
  return { method: 'GET', appetite: 'whole' };
}

const headersOnly: Asking = { method: 'HEAD', appetite: 'none' };

function pathOf(url: string): string {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}
