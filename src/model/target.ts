import type { FetchRequest } from './fetch.js';
import type { Reading } from './reading.js';
import type { Attempt, Method, Role } from './resource.js';

/** A URL waiting to be visited, and what became of it so far. The one mutable noun: it lives only during a walk. */
export interface Target {
  readonly id: number;
  /** Normalised, unredacted: never written down. */
  readonly url: string;
  /** Scheme, host and port. */
  readonly origin: string;
  readonly source: string | null;
  readonly role: Role | 'robots' | 'canary';
  /** If it is a document, its links are to be read. */
  readonly wholeDocuments: boolean;
  method: Method;
  appetite: FetchRequest['appetite'];
  readonly attempts: Attempt[];
  /** How often its host turned it away as it was asked for too much. */
  throttled: number;
  /** Redirects in a row that led here. */
  readonly hops: number;
  /** It failed, and is asked a last time at the end of the walk. */
  confirming: boolean;
  /** The `href` that led here, where it looked like a slip of the pen. */
  written: string | null;
  /** What an earlier run read of it, where its server says that it has not changed since. */
  unchanged: Reading | null;
}

/**
 * Whether the walk made the address up, as it does for probes and searches: no page leads there, so it is no part of a portal.
 */
export function isMadeUp({ role }: Pick<Target, 'role'>): boolean {
  return role === 'probe' || role === 'search';
}
