import type { Answer } from '../../model/fetch.js';
import type { RobotsRules } from '../../model/walk.js';
import { allowAll, allowNone, parseRobots } from './rules.js';

/**
 * What the answer to `/robots.txt` means (RFC 9309 §2.3.1): rules if there is a file, none if there is no file,
 * stay away if the server fails. An unreachable host allows everything, so that its pages tell what is wrong with it.
 * The caller follows redirects, at most five; if it still is one after those, everything is allowed.
 */
export function robotsOf({ outcome, body }: Answer, token: string): RobotsRules {
  if (outcome.kind === 'failed') return allowAll;
  if (outcome.status >= 500) return allowNone(outcome.status);
  if (outcome.status < 200 || outcome.status >= 300 || body === null) return allowAll;
  return parseRobots(new TextDecoder().decode(body.bytes), token);
}
