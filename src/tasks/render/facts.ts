import type { Attempt } from '../../model/resource.js';
import type { Trail } from '../../model/trail.js';

/** What an answer shows about a resource besides its verdict. */
export interface ResourceFacts {
  /** Oldest first. */
  readonly attempts: readonly Attempt[];
  /** Request ids by header name. */
  readonly correlation: Readonly<Record<string, string>>;
  readonly trail: Trail;
}

/** What is known besides an answer. */
export interface Facts {
  /** By resource id; `null` if there are none. With a place, the trail is one over its pages, if they link to the resource. */
  readonly of: (resource: number, place?: string) => ResourceFacts | null;
  /**
   * When an address was last seen healthy, milliseconds since 1970-01-01T00:00:00Z; `null` if it never was, or that is not known.
   */
  readonly lastHealthy: (url: string) => number | null;
}

/** Nothing is known. */
export const noFacts: Facts = { of: () => null, lastHealthy: () => null };
