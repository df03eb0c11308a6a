import { plain } from '../wire/reply.js';
import { portal, type Handler } from '../wire/portal.js';
import { nothingHere } from './nothing-here.js';

/** A host that asks everybody to come back tomorrow. */
export function busyPortal(): Handler {
  const tooMany = plain('Too Many Requests', 429, { 'retry-after': '43200', 'ratelimit-remaining': '0' });
  return portal({ '/robots.txt': nothingHere }, () => tooMany);
}
