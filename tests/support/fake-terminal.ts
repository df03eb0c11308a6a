import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import type { Output, StopSignal, Terminal } from '../../src/cli/terminal/terminal.js';

/** A terminal that remembers what was printed, and whose user can press Ctrl-C. */
export interface FakeTerminal extends Terminal {
  readonly stdout: FakeOutput;
  readonly stderr: FakeOutput;
  readonly signal: (name: StopSignal) => void;
  /** How many listeners wait for a signal; with none, a signal ends the process. */
  readonly listeners: (name: StopSignal) => number;
}

export interface FakeOutput extends Output {
  readonly text: () => string;
}

/** What a test's terminal is like: a pipe, unless told otherwise. */
export interface FakeTerminalOptions {
  readonly cwd?: string;
  /** What is piped in. */
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdout?: {
    readonly isTTY?: boolean;
    readonly columns?: number;
    readonly failure?: NodeJS.ErrnoException;
  };
  readonly stderr?: { readonly isTTY?: boolean; readonly columns?: number };
}

export function fakeTerminal({
  cwd = tmpdir(),
  input = '',
  env = {},
  stdout = {},
  stderr = {},
}: FakeTerminalOptions = {}): FakeTerminal {
  const process = new EventEmitter();
  return {
    stdout: fakeOutput(stdout),
    stderr: fakeOutput(stderr),
    stdin: Readable.from(input === '' ? [] : [Buffer.from(input)]),
    env,
    cwd: () => cwd,
    once: (name, listener) => process.once(name, listener),
    off: (name, listener) => process.off(name, listener),
    signal: (name) => process.emit(name),
    listeners: (name) => process.listenerCount(name),
  };
}

function fakeOutput({ failure, ...properties }: NonNullable<FakeTerminalOptions['stdout']>): FakeOutput {
  const events = new EventEmitter();
  const written: string[] = [];
  return {
    ...properties,
    text: () => written.join(''),
    on: (event, listener) => events.on(event, listener),
    write: (text, done) => {
      if (failure === undefined) written.push(text);
      else events.emit('error', failure);
      done(failure);
      return true;
    },
  };
}

/** An error as the operating system gives it. */
export function systemError(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: as a test wants it`), { code });
}
