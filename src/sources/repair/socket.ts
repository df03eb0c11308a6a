import { Duplex } from 'node:stream';
import type { buildConnector } from 'undici';
import { repairChunks, type Chunks } from './chunks.js';
import { createHeadEnd, repairHead } from './head.js';

/** "100 Continue" answers that are dropped, since nothing waits for them; one more is passed on, and refused. */
const maxContinues = 16;

/** Connects as `connect` does; the answers of the server come the way browsers understand them. */
export function repairing(
  connect: buildConnector.connector,
  maxHeaderSize: number,
): buildConnector.connector {
  return (target, callback) => {
    // undici's types want a socket; it only uses what every duplex stream has.
    const hand = callback as (error: null, stream: Duplex) => void;
    connect(target, (...result) => {
      const [error, socket] = result;
      if (error === null) hand(null, repaired(socket, maxHeaderSize));
      else callback(error, null);
    });
  };
}

/** The stream of a socket, with the heads and chunks of answers brought into proper form. */
function repaired(socket: Duplex, maxHeaderSize: number): Duplex {
  const heads = createHeads(maxHeaderSize);
  const stream = new Duplex({
    read: () => void socket.resume(),
    write: (chunk: Uint8Array, _encoding, done) => {
      heads.expect();
      socket.write(chunk, done);
    },
    final: (done) => void socket.end(done),
    destroy: (error, done) => {
      socket.destroy();
      done(error);
    },
  });
  const push = (chunk: Uint8Array): void => {
    if (chunk.length > 0 && !stream.push(chunk)) socket.pause();
  };
  socket.on('data', (chunk: Buffer) => push(heads.take(chunk)));
  socket.on('end', () => {
    push(heads.rest());
    stream.push(null);
  });
  socket.on('error', (error) => void stream.destroy(error));
  socket.on('close', () => {
    // After a regular end everything received can still be read.
    if (!socket.readableEnded) stream.destroy();
  });
  return stream;
}

/** Holds back the head of each answer until it is whole, and lets what follows pass, chunk by chunk if it is chunked. */
interface Heads {
  /** A request goes out: next comes the head of its answer. */
  expect(): void;
  take(chunk: Buffer): Uint8Array;
  /** What was held back for a head that never ended. */
  rest(): Uint8Array;
}

/** Smaller pieces than these are put together, so that each costs no more than its bytes. */
const mostPieces = 64;

function createHeads(maxHeaderSize: number): Heads {
  /** `null` once a body has begun. */
  let held: Buffer[] | null = [];
  let findEnd = createHeadEnd();
  let chunks: Chunks | null = null;
  let continues = 0;

  const hold = (pieces: readonly Buffer[], piece: Buffer): Buffer[] =>
    pieces.length < mostPieces ? [...pieces, piece] : [Buffer.concat([...pieces, piece])];

  const release = (pieces: Buffer[], piece: Buffer): Uint8Array => {
    const released: Uint8Array[] = [];
    let rest = piece;
    held = pieces;
    for (;;) {
      const end = findEnd(rest);
      if (end === null) {
        held = hold(held, rest);
        if (lengthOf(held) <= maxHeaderSize) break;
        released.push(...held);
        held = null;
        break;
      }
      const text = Buffer.concat([...held, rest.subarray(0, end)]).toString('latin1');
      const head = repairHead(text, continues > 0 ? ['continue'] : []);
      if (head === null) {
        released.push(...held, rest);
        held = null;
        break;
      }
      // No request waits for permission to send a body, so undici would take this for an answer to something else.
      if (head.status !== 100 || ++continues > maxContinues) released.push(Buffer.from(head.text, 'latin1'));
      rest = rest.subarray(end);
      held = [];
      findEnd = createHeadEnd();
      if (head.status < 200) continue;
      chunks = head.isChunked ? repairChunks() : null;
      released.push(chunks?.take(rest) ?? rest);
      held = null;
      break;
    }
    return Buffer.concat(released);
  };

  return {
    expect: () => {
      held = [];
      findEnd = createHeadEnd();
      chunks = null;
      continues = 0;
    },
    take: (chunk) => {
      if (held === null) return chunks?.take(chunk) ?? chunk;
      return release(held, chunk);
    },
    rest: () => Buffer.concat(held ?? []),
  };
}

function lengthOf(pieces: readonly Buffer[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}
