/** What a use case needs of the world around it, so that a test can replace that. */
export interface World {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** The variables of the process: proxies are named there. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What is piped in, at most so many bytes and one more; rejects when the signal aborts. Left out where nothing can be. */
  readonly readInput?: (most: number, signal: AbortSignal) => Promise<Uint8Array>;
  /** Aborted when the user wants to stop, with why as its reason: what was seen so far is still reported. */
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Told about ten times a second while the numbers move. */
  readonly onProgress: (progress: CrawlProgress) => void;
}

/** For whoever runs the tool. Fields are plain values; credentials are never handed to it. */
export interface Log {
  readonly debug: (message: string, fields?: LogFields) => void;
  readonly info: (message: string, fields?: LogFields) => void;
  /** What went wrong and nothing else will report. */
  readonly warn: (message: string, fields?: LogFields) => void;
  /** What ought to be looked at, but is in the report as well: left out where quiet is wanted. */
  readonly remark: (message: string, fields?: LogFields) => void;
  /** Whether anybody reads more than warnings: else there is no need to make fields for each request. */
  readonly isVerbose: boolean;
}

export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** How far a crawl is, as it is shown to whoever runs it. */
export interface CrawlProgress {
  readonly pages: number;
  readonly checked: number;
  readonly waiting: number;
  readonly broken: number;
  /** Resources a second, lately. */
  readonly rate: number;
  /** Whose answers take longest, on average. */
  readonly slowestHost: { readonly host: string; readonly milliseconds: number } | null;
}
