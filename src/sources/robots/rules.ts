import type { RobotsRules } from '../../model/walk.js';
import { robotsLinesFor } from './lines.js';
import { compileRule, isAllowedBy } from './pattern.js';

/** The rules of a host without a `robots.txt`. */
export const allowAll: RobotsRules = { allows: () => true, crawlDelay: null };

/** The rules of a host that fails to serve the file: RFC 9309 §2.3.1.4 asks to stay away. */
export function allowNone(status: number): RobotsRules {
  return {
    allows: (url) => pathOf(url) === ownPath,
    crawlDelay: null,
    unavailable: status,
  };
}

/** RFC 9309 §2.2.2: the file itself is implicitly allowed. */
const ownPath = '/robots.txt';

/** Reads a `robots.txt` for the crawler that calls itself `token`. */
export function parseRobots(text: string, token: string): RobotsRules {
  const { rules, crawlDelay } = robotsLinesFor(text, token);
  const compiled = rules.map(({ allow, pattern }) => compileRule(allow, pattern));
  return {
    allows: (url) => {
      const path = pathOf(url);
      return path === ownPath || isAllowedBy(compiled, path);
    },
    crawlDelay,
  };
}

/** Path and query. */
function pathOf(url: string): string {
  const hash = url.indexOf('#');
  const path = url.slice(originEnd(url), hash < 0 ? undefined : hash);
  return path.startsWith('/') ? path : `/${path}`;
}

function originEnd(url: string): number {
  const start = url.indexOf('//') + 2;
  const rest = url.slice(start).search(/[/?#]/);
  return rest < 0 ? url.length : start + rest;
}
