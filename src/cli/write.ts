import { errorCode } from '../kit/system-error.js';
import type { Output } from './terminal.js';

/**
 * Writes text and waits until it is gone. A reader that has gone away (`| head`) has had enough: that is no error. Rejects
 * for any other, such as a full disk behind a redirection.
 */
export function write(output: Output, text: string): Promise<void> {
  if (text === '') return Promise.resolve();
  return new Promise((resolve, reject) => {
    output.write(text, (error) => {
      if (error === undefined || error === null || errorCode(error) === 'EPIPE') resolve();
      else reject(error);
    });
  });
}

/** Keeps a failing stream from ending the process: whoever writes to it is told of the failure anyway. */
export function tolerateFailures(output: Output): void {
  output.on('error', () => undefined);
}
