import { originOf } from '../../kit/urls/url.js';
import type { Target } from '../../model/target.js';

type Known = Pick<Target, 'id' | 'url' | 'source' | 'role'>;

/** A target that was not asked for yet; the defaults are those of a page to be read whole. */
export function createTarget(known: Known & Partial<Target>): Target {
  return {
    origin: originOf(known.url),
    wholeDocuments: false,
    method: 'GET',
    appetite: 'whole',
    hops: 0,
    attempts: [],
    throttled: 0,
    confirming: false,
    written: null,
    unchanged: null,
    ...known,
  };
}

/** The request for the robots.txt of an origin, or for the target of a redirect from it. */
export function createRobotsTarget(
  { origin, source }: Pick<Target, 'origin' | 'source'>,
  url: string,
  hops: number,
): Target {
  return createTarget({ id: serviceId, url, origin, source, role: 'robots', hops });
}

/** The request that tells whether a source is still signed in. */
export function createCanaryTarget(source: string, url: string): Target {
  return createTarget({ id: serviceId, url, source, role: 'canary' });
}

/** What the walk asks for its own sake is not a resource. */
const serviceId = -1;

/** Whether a target is asked for the walk's own sake. */
export function isService({ role }: Target): boolean {
  return role === 'robots' || role === 'canary';
}
