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

const nothing = new Uint8Array(0);

/** What came of the head at the start of a piece. */
interface TakenHead {
  /** The part that may pass: nothing while the head has not ended. */
  readonly passes: Uint8Array;
  /** What comes after an informational answer (1xx), and begins another head; `null` if none does. */
  readonly rest: Buffer | null;
}

function createHeads(maxHeaderSize: number): Heads {
  /** `null` once a body has begun. */
  let held: Buffer[] | null = [];
  let findEnd = createHeadEnd();
  let chunks: Chunks | null = null;
  let continues = 0;

  const awaitHead = (): void => {
    held = [];
    findEnd = createHeadEnd();
  };
  /** From here on nothing is held, until the next request. */
  const letPass = (pieces: readonly Uint8Array[]): TakenHead => {
    held = null;
    return { passes: Buffer.concat(pieces), rest: null };
  };
  /** Takes the head at the start of a piece, or as much of it as is there; `before` is what was held of it already. */
  const takeHead = (piece: Buffer, before: readonly Buffer[]): TakenHead => {
    const end = findEnd(piece);
    if (end === null) {
      const pieces = join(before, piece);
      if (lengthOf(pieces) > maxHeaderSize) return letPass(pieces);
      held = pieces;
      return { passes: nothing, rest: null };
    }
    const text = Buffer.concat([...before, piece.subarray(0, end)]).toString('latin1');
    const head = repairHead(text, continues > 0 ? ['continue'] : []);
    if (head === null) return letPass([...before, piece]);
    // No request waits for permission to send a body, so undici would take this for an answer to something else.
    const isDropped = head.status === 100 && ++continues <= maxContinues;
    const passes = isDropped ? nothing : Buffer.from(head.text, 'latin1');
    const rest = piece.subarray(end);
    awaitHead();
    if (head.status < 200) return { passes, rest };
    chunks = head.isChunked ? repairChunks() : null;
    return letPass([passes, chunks?.take(rest) ?? rest]);
  };

  return {
    expect: () => {
      awaitHead();
      chunks = null;
      continues = 0;
    },
    take: (chunk) => {
      if (held === null) return chunks?.take(chunk) ?? chunk;
      const passed: Uint8Array[] = [];
      for (let rest: Buffer | null = chunk; rest !== null;) {
        const taken = takeHead(rest, held);
        passed.push(taken.passes);
        rest = taken.rest;
      }
      return Buffer.concat(passed);
    },
    rest: () => Buffer.concat(held ?? []),
  };
}

/** The pieces and one more, as few as need be. */
function join(pieces: readonly Buffer[], piece: Buffer): Buffer[] {
  return pieces.length < mostPieces ? [...pieces, piece] : [Buffer.concat([...pieces, piece])];
}

function lengthOf(pieces: readonly Buffer[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}
