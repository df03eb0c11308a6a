import type { Limits } from '../model/config.js';
import type { Politeness } from './host.js';

/** What is long in coming gives its slot away, but never to one more request to the same host than there are slots. */
export function politenessOf({ concurrency, perHost, minGap }: Limits): Politeness {
  return { perHost: Math.min(perHost, concurrency), minGap };
}
