import type { Limits } from '../model/config.js';
import type { Politeness } from './host.js';

/** A request whose answer takes long gives its slot away, but one host never gets more requests than there are slots. */
export function politenessOf({ concurrency, perHost, minGap }: Limits): Politeness {
  return { perHost: Math.min(perHost, concurrency), minGap };
}
