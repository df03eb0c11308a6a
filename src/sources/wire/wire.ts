import type { IncomingHttpHeaders } from 'node:http';
import type { Begun } from '../../model/fetch.js';
import type { Method } from '../../model/resource.js';
import type { Connections } from '../connections/connections.js';
import type { InFlight } from './in-flight.js';
import type { Portion } from './portion.js';

/** A request as it goes over the wire. */
export interface Order {
  readonly origin: string;
  readonly path: string;
  readonly method: Method;
  /** Names and values alternate. */
  readonly headers: string[];
  readonly portion: (headers: IncomingHttpHeaders) => Portion;
  readonly begun?: Begun | undefined;
}

/** What came back, unchanged. */
export interface Received {
  readonly kind: 'received';
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The start of the body, still encoded. */
  readonly start: Uint8Array;
  /** Its end, if the portion wanted one. */
  readonly end: Uint8Array | null;
  /** Bytes received. */
  readonly read: number;
  readonly ending: Ending;
}

/**
 * `whole`: to its declared end. `dropped`: we had enough. `too-large`: over the limit. `cut`: it broke off. `garbled`: its
 * chunks break HTTP, so what follows is lost.
 */
export type Ending = 'whole' | 'dropped' | 'too-large' | 'cut' | 'garbled';

/** Milliseconds. */
export interface Patience {
  readonly connectTimeout: number;
  readonly headersTimeout: number;
  readonly bodyTimeout: number;
  readonly wholeTimeout: number;
}

export interface Wire {
  /** Whether the address of an origin is being looked up. */
  readonly isResolving: (origin: string) => boolean;
  /** Whether that has not begun, as it waits for other lookups. */
  readonly isQueued: (origin: string) => boolean;
  /** Whether this machine can look up no address at all. */
  readonly isOutage: () => boolean;
  readonly connections: Connections;
  readonly inFlight: InFlight;
  readonly patience: Patience;
}
