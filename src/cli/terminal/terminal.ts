import type { Readable } from 'node:stream';

/** What the command line knows of its process. Node's `process` is one; a test makes its own. */
export interface Terminal {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Left out where nothing can be piped in. */
  readonly stdin?: Readable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder in which the tool runs. */
  readonly cwd: () => string;
  readonly once: (signal: StopSignal, listener: () => void) => unknown;
  readonly off: (signal: StopSignal, listener: () => void) => unknown;
}

/** A stream that text goes to. */
export interface Output {
  readonly write: (text: string, done: (error?: Error | null) => void) => boolean;
  readonly on: (event: 'error', listener: (error: Error) => void) => unknown;
  /** Its file descriptor, if the system has one for it. */
  readonly fd?: number;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** The signals that ask to stop, and the exit code each stands for. */
export const stopSignals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
export type StopSignal = keyof typeof stopSignals;
