import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type * as CommandLine from '../../src/cli/main.js';
import { fakeTerminal } from './fake-terminal.js';
import { workIn } from './work-in.js';

/*
 * The built command line, in two ways. `run` calls it here: that takes a quarter of the time and is right for whatever is told by
 * arguments, files, output and the exit code. `start` starts a process, as a user would, where that is the point: signals and
 * kill -9, locks between processes, pipes that break, memory, what Node itself prints, and the launcher in bin/.
 */

/** What a user starts. */
export const launcher = fileURLToPath(new URL('../../bin/playbook-health.js', import.meta.url));
const built = new URL('../../dist/main.js', import.meta.url).href;
const usual = { LANG: 'en_US.UTF-8' };

export interface Ended {
  /** `null` after a signal nobody handled. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Runs the built command line to its end, in this process and in a folder; `input` is piped in. */
export async function run(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  input = '',
): Promise<Ended> {
  const { main } = (await import(/* @vite-ignore */ built)) as typeof CommandLine;
  const terminal = fakeTerminal({ cwd, input, env: { ...usual, ...env } });
  const exitCode = await workIn(cwd, () => main(args, terminal));
  return { exitCode, stdout: terminal.stdout.text(), stderr: terminal.stderr.text() };
}

/** Starts the built command line as a process, in a folder; `input` is piped in; `null` leaves the pipe open. */
export function start(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
  input: string | null = '',
): Started {
  const child = spawn(process.execPath, [launcher, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], ...usual, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // Who reads nothing may be gone by the time it is written.
  child.stdin.on('error', () => undefined);
  if (input !== null) child.stdin.end(input);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
  return { process: child, ended };
}
