import type { Answer } from '../model/fetch.js';
import { allowAll, allowNone, parseRobots, type Robots } from './robots.js';

/**
 * What the answer to `/robots.txt` means (RFC 9309 §2.3.1): rules if there is a file, none if there is no file,
 * stay away if the server cannot say. An unreachable host allows all, so that its pages tell what is wrong with it.
 * Redirects are the caller's to follow, five at most; what is still one allows all.
 */
export function robotsOf({ outcome, body }: Answer, origin: string, token: string): Robots {
  if (outcome.kind === 'failed') return allowAll;
  if (outcome.status >= 500) return allowNone;
  if (outcome.status < 200 || outcome.status >= 300 || body === null) return allowAll;
  return parseRobots(new TextDecoder().decode(body.bytes), origin, token);
}

/** Whether an `X-Robots-Tag` asks us not to follow the links of a page: `nofollow`, `otherbot: none, nofollow`. */
export function forbidsFollowing(headerValue: string, token: string): boolean {
  let isForUs = true;
  return headerValue.split(',').some((part) => {
    const colon = part.indexOf(':');
    const name = part.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name !== '' && !directivesWithValue.has(name)) isForUs = name === token.toLowerCase();
    return (
      isForUs &&
      forbidding.has(
        part
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      )
    );
  });
}

const forbidding: ReadonlySet<string> = new Set(['nofollow', 'none']);

/** They look like the name of a crawler. */
const directivesWithValue: ReadonlySet<string> = new Set([
  'unavailable_after',
  'max-snippet',
  'max-image-preview',
  'max-video-preview',
]);
