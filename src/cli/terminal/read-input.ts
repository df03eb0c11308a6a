import { addAbortSignal } from 'node:stream';
import type { World } from '../../app/context/world.js';
import type { Terminal } from './terminal.js';

/** Reads what is piped in once it is wanted, and only its start where it is too long. */
export function readInput(terminal: Pick<Terminal, 'stdin'>): NonNullable<World['readInput']> {
  return async (most, signal) => {
    // Not before: whoever looks at it keeps the process waiting for it.
    const { stdin } = terminal;
    if (stdin === undefined) return new Uint8Array();
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of addAbortSignal(signal, stdin)) {
      if (!(part instanceof Uint8Array)) continue;
      parts.push(part);
      length += part.length;
      if (length > most) break;
    }
    return Buffer.concat(parts, length);
  };
}
