import { createHash } from 'node:crypto';
import { reply, type Reply } from './reply.js';

/** A file on a static server: with validators, so that the next night can ask whether it changed, and with ranges. */
export function staticFile(contentType: string, body: string | Uint8Array, modified: number): Reply {
  const tag = createHash('sha256').update(body).digest('hex').slice(0, 16);
  return reply(200, contentType, body, {
    'accept-ranges': 'bytes',
    etag: `"${tag}"`,
    'last-modified': new Date(modified).toUTCString(),
  });
}
