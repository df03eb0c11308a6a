import type { Limits, SourceConfig } from './config.js';
import type { Answer, Begun, Fetch, FetchRequest, Validators } from './fetch.js';
import type { Reader, Reading } from './reading.js';
import type { Recorder } from './recorder.js';
import type { PackedLinks } from './links/packed-links.js';
import type { Fetched, Resource } from './resource.js';
import type { Target } from './target.js';

/** What to walk and how far. */
export interface WalkPlan {
  readonly sources: readonly SourceConfig[];
  readonly limits: Limits;
  /** Read documents of the sources for links, and others to their end. */
  readonly deep: boolean;
  /** Ask each folder once for a name that ought not to exist. */
  readonly probes: boolean;
  /** Result pages of portals' own searches, to be asked for once everything else was. */
  readonly searches: Iterable<string>;
  /** Addresses that Task Reference Lists name: asked for as if a page led to them. */
  readonly documents: readonly string[];
}

/** How much one host is asked for. */
export interface Pace {
  /** Requests under way. */
  readonly atOnce: number;
  /** Milliseconds between the starts of two requests. */
  readonly gap: number;
}

/**
 * What is waiting, and when each host may be visited again. It never sleeps and knows no clock: `now` is told, in
 * milliseconds. Hosts take turns, so a slow or throttled one holds up nobody else.
 */
export interface Frontier {
  /** Queues a target behind the others of its host. */
  readonly add: (target: Target) => void;
  /** Queues a target that must not be asked for before a time. */
  readonly addLater: (target: Target, at: number) => void;
  /** Takes a target that may be asked for now; each must be given back with `done`. */
  readonly next: (now: number) => Target | null;
  /** A target taken is no longer under way; it may be added again. */
  readonly done: (target: Target, now: number) => void;
  /** Nothing of this host is given out before a time. */
  readonly pause: (origin: string, until: number) => void;
  /** Widens the gap between two requests to a host; never narrows it. */
  readonly slowDown: (origin: string, gap: number) => void;
  /** Sets the pace for a host, as far as politeness allows. */
  readonly pace: (origin: string, pace: Pace) => void;
  /** Reserves a turn of a host for a request that is not queued here; returns when it may start. */
  readonly reserve: (origin: string, now: number) => number;
  /** Takes away and returns everything that waits for a host. */
  readonly drain: (origin: string) => readonly Target[];
  /** When `next` may give something again; `null` if only after something is done or added. */
  readonly wakeAt: () => number | null;
  /** Targets that wait, not counting those under way. */
  readonly waiting: () => number;
  /** Origins with something waiting. */
  readonly origins: () => readonly string[];
}

/** What robots.txt says of one origin. */
export interface RobotsRules {
  readonly allows: (url: string) => boolean;
  /** Milliseconds between two requests; `null` if it names none. */
  readonly crawlDelay: number | null;
  /** The HTTP status that kept the file from being read, where that alone forbids everything. */
  readonly unavailable?: number;
}

/** What an earlier run read of a URL that has not changed since. */
export interface Remembered {
  readonly validators: Validators;
  readonly outcome: Fetched;
  /** `null` if it cannot be read any more. */
  readonly reading: () => Reading | null;
}

/** What is remembered of an earlier run. */
export interface Memory {
  /** `null` if it is to be asked for as if it were unknown. */
  readonly recall: (request: FetchRequest) => Remembered | null;
  /** It failed then, so it is asked for before others. */
  readonly hasFailed: (url: string) => boolean;
}

/** What the part of a run before its interruption has settled. */
export interface Beginning {
  /** Every URL that has an id. Whether to ask for those without a resource has yet to be decided. */
  readonly urls: () => Iterable<readonly [id: number, url: string]>;
  readonly resources: () => Iterable<Resource>;
  /** `null` where there was nothing to read. */
  readonly links: (id: number) => PackedLinks | null;
  /** It failed, and that had yet to be confirmed. */
  readonly isProvisional: (id: number) => boolean;
}

/** What is at the end of a chain of redirects. */
export interface Followed {
  readonly answer: Answer;
  /** Where that is, without fragment: to be asked for but never written down. */
  readonly url: string;
}

/** Everything a walk needs from outside. */
export interface WalkPorts {
  readonly frontier: Frontier;
  readonly fetch: Fetch;
  /** Follows redirects with the cookies a browser would keep; each is asked for only if it may be. */
  readonly follow: (
    request: FetchRequest,
    signal: AbortSignal,
    mayAsk: (url: string) => Promise<boolean>,
    begun?: Begun,
  ) => Promise<Followed>;
  readonly reader: Pick<Reader, 'read'>;
  readonly recorder: Pick<Recorder, 'record'>;
  /** `null` to ask for everything again. */
  readonly memory: Memory | null;
  /** Where to go on; `null` to start from the seeds. */
  readonly beginning: Beginning | null;
  readonly robotsOf: (answer: Answer) => RobotsRules;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** Calls back once after that many milliseconds; returns what cancels it. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
  /** Ends the walk early; what was seen stays. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** How far a walk is. */
export interface Progress {
  readonly pages: number;
  readonly checked: number;
  readonly waiting: number;
  readonly failing: number;
  /** Milliseconds an answer takes, by origin. Live: read it, do not keep it. */
  readonly latency: ReadonlyMap<string, number>;
}

/** How a walk ended. */
export interface WalkEnd {
  readonly complete: boolean;
  /** Names of limits reached, `interrupted`, `session-ended`. Sorted. */
  readonly limitsReached: readonly string[];
}
