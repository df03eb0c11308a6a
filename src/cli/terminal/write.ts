import { fstatSync, writeFileSync } from 'node:fs';
import { errorCode, systemErrorReason } from '../../kit/trouble/system-error.js';
import { SetupError } from '../../model/problem.js';
import type { Output } from './terminal.js';

/**
 * Writes text and waits until it is written. A reader that is gone (`| head`, a closed window) is no error. Rejects for any other
 * failure, such as a full disk behind a redirection.
 */
export function write(output: Output, text: string): Promise<void> {
  if (text === '') return Promise.resolve();
  return new Promise((resolve, reject) => {
    put(output, text, (error) => {
      if (error === undefined || error === null || isUnheard(output, error)) resolve();
      else reject(error);
    });
  });
}

/** Whether nobody reads any more: the other end of a pipe was closed, or the window of a terminal. */
function isUnheard({ isTTY }: Output, error: Error): boolean {
  const code = errorCode(error);
  return code === 'EPIPE' || (code === 'EIO' && isTTY === true);
}

/** Writes to files without Node's own stream, which reports success if a full disk took only a part of the text. */
function put(output: Output, text: string, done: (error?: Error | null) => void): void {
  const { fd } = output;
  if (fd === undefined || !isFile(fd)) {
    output.write(text, done);
    return;
  }
  try {
    writeFileSync(fd, text);
    done();
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)));
  }
}

function isFile(fd: number): boolean {
  try {
    return fstatSync(fd).isFile();
  } catch {
    return false;
  }
}

/** Writes the output of a command to stdout. Rejects with a `SetupError` if that cannot be written. */
export async function print(stdout: Output, text: string): Promise<void> {
  try {
    await write(stdout, text);
  } catch (error) {
    const message = `this cannot be written: ${systemErrorReason(error)}`;
    throw new SetupError([{ place: { file: 'stdout' }, message }]);
  }
}

/** Keeps a failing stream from ending the process: whoever writes to it gets the error anyway. */
export function tolerateFailures(output: Output): void {
  output.on('error', () => undefined);
}
