import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type SecureContextOptions } from 'node:tls';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

/** What a fault knows of the request it answers. */
export interface FaultRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: string;
  /** Requests on this connection before this one. */
  readonly earlier: number;
}

/** Acts out one way to fail: writes whatever it likes to the socket. */
export type Fault = (socket: Socket, request: FaultRequest) => void;

export interface FaultServer {
  readonly origin: string;
  /** Every request that came, `GET /path`. */
  readonly requests: readonly string[];
  /** Connections that were opened so far. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

const html = 'content-type: text/html; charset=utf-8\r\n';
export const page = `<html><title>page</title>${'<p>words</p>'.repeat(100)}</html>`;
const large = Buffer.alloc(1_000_000, '0123456789abcdef');

/** Ways HTTP fails, by the path that acts them out. Those that are fine stand for what must not alarm. */
export const faults = {
  fine: (socket) => answer(socket, html, page),
  'fine-twice-declared': (socket) =>
    answer(socket, 'content-type: text/html, Text/HTML; charset=utf-8\r\n', page),
  'fine-chunked': (socket) => chunked(socket, html, [page], true),
  'fine-until-close': (socket) => socket.end(`HTTP/1.0 200 OK\r\n${html}\r\n${page}`),
  'fine-gzip': (socket) => answer(socket, `${html}content-encoding: gzip\r\n`, gzipSync(page)),
  'fine-gzip-wrong-checksum': (socket) =>
    answer(socket, `${html}content-encoding: gzip\r\n`, withOneWrong(gzipSync(page), 8)),
  'fine-gzip-wrong-length': (socket) =>
    answer(socket, `${html}content-encoding: gzip\r\n`, withOneWrong(gzipSync(page), 1)),
  'fine-gzip-without-end': (socket) =>
    answer(socket, `${html}content-encoding: gzip\r\n`, gzipSync(page).subarray(0, -8)),
  'fine-gzip-named': (socket) =>
    answer(socket, `${html}content-encoding: gzip\r\n`, withHeaderFields(gzipSync(page)).subarray(0, -5)),
  'fine-gzip-and-more': (socket) =>
    answer(socket, `${html}content-encoding: gzip\r\n`, Buffer.concat([gzipSync(page), Buffer.from('more')])),
  'fine-deflate-without-end': (socket) =>
    answer(socket, `${html}content-encoding: deflate\r\n`, deflateSync(page).subarray(0, -4)),
  'fine-deflate': (socket) => answer(socket, `${html}content-encoding: deflate\r\n`, deflateSync(page)),
  'fine-deflate-raw': (socket) =>
    answer(socket, `${html}content-encoding: deflate\r\n`, deflateRawSync(page)),
  'fine-br': (socket) => answer(socket, `${html}content-encoding: br\r\n`, brotliCompressSync(page)),
  'fine-twice-encoded': (socket) =>
    answer(socket, `${html}content-encoding: gzip, br\r\n`, brotliCompressSync(gzipSync(page))),
  'fine-unknown-encoding': (socket) => answer(socket, `${html}content-encoding: utf-8\r\n`, page),
  'fine-counted-before-gzip': (socket) => {
    const length = Buffer.byteLength(page);
    socket.write(`HTTP/1.1 200 OK\r\n${html}content-encoding: gzip\r\ncontent-length: ${length}\r\n\r\n`);
    socket.end(gzipSync(page));
  },
  'fine-early-hints': (socket) => {
    socket.write('HTTP/1.1 103 Early Hints\r\nlink: </a.css>; rel=preload\r\n\r\n');
    answer(socket, html, page);
  },
  'fine-long-head': (socket) =>
    answer(socket, `${html}${`x-filler: ${'y'.repeat(8000)}\r\n`.repeat(30)}`, page),
  'no-content': (socket) => socket.write('HTTP/1.1 204 No Content\r\n\r\n'),
  'not-modified': (socket) => socket.write('HTTP/1.1 304 Not Modified\r\ncontent-length: 9\r\n\r\n'),
  empty: (socket) => answer(socket, html, ''),
  'error-empty': (socket) => socket.write('HTTP/1.1 500 Internal Server Error\r\ncontent-length: 0\r\n\r\n'),
  'surplus-body': (socket) => socket.write(`HTTP/1.1 200 OK\r\n${html}content-length: 5\r\n\r\n${page}`),

  'reset-before-headers': (socket) => socket.resetAndDestroy(),
  'close-before-headers': (socket) => socket.end(),
  'reset-in-headers': (socket) => thenReset(socket, 'HTTP/1.1 200 OK\r\ncontent-ty'),
  'close-in-headers': (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-ty'),
  'reset-after-headers': (socket) =>
    thenReset(socket, `HTTP/1.1 200 OK\r\n${html}content-length: 5000\r\n\r\n`),
  'reset-in-body': (socket) =>
    thenReset(socket, `HTTP/1.1 200 OK\r\n${html}content-length: 5000\r\n\r\n<html>`),
  'short-body': (socket) => socket.end(`HTTP/1.1 200 OK\r\n${html}content-length: 5000\r\n\r\n${page}`),
  'cut-chunks': (socket) =>
    socket.end(`HTTP/1.1 200 OK\r\n${html}transfer-encoding: chunked\r\n\r\n6\r\n<html>\r\n`),
  'broken-chunks': (socket) =>
    socket.write(`HTTP/1.1 200 OK\r\n${html}transfer-encoding: chunked\r\n\r\n6\r\n<html>\r\nxyz\r\n`),
  'half-close': (socket) => {
    socket.end(`HTTP/1.1 200 OK\r\n${html}content-length: 5000\r\n\r\n<html>`);
  },
  'cut-gzip': (socket) =>
    answer(socket, `${html}content-encoding: gzip\r\n`, gzipSync(large).subarray(0, 900)),
  'cut-br': (socket) =>
    answer(socket, `${html}content-encoding: br\r\n`, brotliCompressSync(noise()).subarray(0, 900)),
  'deflate-wrong-checksum': (socket) =>
    answer(socket, `${html}content-encoding: deflate\r\n`, withOneWrong(deflateSync(page), 1)),
  'false-gzip': (socket) => answer(socket, `${html}content-encoding: gzip\r\n`, page),
  'gzip-bomb': (socket) => answer(socket, `${html}content-encoding: gzip\r\n`, gzipBomb()),
  'br-bomb': (socket) => answer(socket, `${html}content-encoding: br\r\n`, brotliBomb()),
  'layered-bomb': (socket) => answer(socket, `${html}content-encoding: gzip, gzip\r\n`, gzipSync(gzipBomb())),
  'endless-body': (socket) => {
    socket.write(`HTTP/1.1 200 OK\r\n${html}\r\n`);
    pour(socket, large);
  },
  'endless-chunks': (socket) => {
    socket.write(`HTTP/1.1 200 OK\r\n${html}transfer-encoding: chunked\r\n\r\n`);
    pour(socket, Buffer.from(`4000\r\n${'x'.repeat(0x4000)}\r\n`));
  },
  'boastful-length': (socket) =>
    socket.end(`HTTP/1.1 200 OK\r\n${html}content-length: 9000000000000\r\n\r\n<html>`),

  silent: () => undefined,
  'silent-in-headers': (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-ty'),
  'silent-after-headers': (socket) => socket.write(`HTTP/1.1 200 OK\r\n${html}content-length: 5000\r\n\r\n`),
  'silent-in-body': (socket) => socket.write(`HTTP/1.1 200 OK\r\n${html}content-length: 5000\r\n\r\n<html>`),
  'drip-headers': (socket) => drip(socket, 'HTTP/1.1 200 OK\r\n', 'x-drop: 1\r\n'),
  'drip-body': (socket) => drip(socket, `HTTP/1.1 200 OK\r\n${html}content-length: 5000\r\n\r\n`, '.'),

  'large-headers': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    pour(socket, Buffer.from(`x-filler: ${'y'.repeat(8000)}\r\n`));
  },
  'large-header': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nx-filler: ');
    pour(socket, large);
  },
  'huge-status-line': (socket) => {
    socket.write('HTTP/1.1 200 ');
    pour(socket, large);
  },
  'informational-flood': (socket) => pour(socket, Buffer.from('HTTP/1.1 103 Early Hints\r\n\r\n')),
  'informational-drip': (socket) => drip(socket, '', 'HTTP/1.1 103 Early Hints\r\n\r\n'),
  'switching-protocols': (socket) =>
    socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: chat\r\n\r\n'),
  garbage: (socket) => socket.end('\u0000\u0001SSH-2.0-OpenSSH_9.2\r\n'),
  'no-status-line': (socket) => socket.end(`<html>${page}</html>`),
  'no-colon': (socket) => socket.end(`HTTP/1.1 200 OK\r\nthis is no header\r\n\r\n${page}`),
  'two-lengths': (socket) =>
    socket.end(`HTTP/1.1 200 OK\r\n${html}content-length: 5\r\ncontent-length: 6\r\n\r\nabcdef`),
  'negative-length': (socket) => socket.end(`HTTP/1.1 200 OK\r\n${html}content-length: -5\r\n\r\nabcdef`),
  'impossible-status': (socket) => socket.end(`HTTP/1.1 99 Low\r\ncontent-length: 0\r\n\r\n`),

  'close-after-first': (socket, { earlier }) => {
    if (earlier > 0) socket.resetAndDestroy();
    else answer(socket, html, page);
  },
  'dirty-after-first': (socket, { earlier }) => {
    if (earlier > 0) socket.end('HTTP/garbage');
    else answer(socket, html, page);
  },
} satisfies Record<string, Fault>;

/** Starts a raw server on a free loopback port; with `tls` the faults are spoken over TLS. */
export async function startFaultServer(
  acts: Readonly<Record<string, Fault>> = faults,
  tls: SecureContextOptions | null = null,
): Promise<FaultServer> {
  const sockets = new Set<Socket>();
  const requests: string[] = [];
  let connections = 0;
  const serve = (socket: Socket): void => {
    connections++;
    sockets.add(socket);
    socket.on('error', ignore).on('close', () => sockets.delete(socket));
    answerRequests(socket, acts, requests);
  };
  const options = { allowHalfOpen: false };
  const server: Server =
    tls === null ? createServer(options, serve) : createTlsServer({ ...options, ...tls }, serve);
  server.on('tlsClientError', ignore);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${tls === null ? 'http' : 'https'}://127.0.0.1:${port}`,
    requests,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** The first byte of a client that speaks TLS to us. */
const tlsHandshake = 0x16;

function answerRequests(socket: Socket, acts: Readonly<Record<string, Fault>>, requests: string[]): void {
  let received = '';
  let earlier = 0;
  socket.on('data', (chunk: Buffer) => {
    if (chunk[0] === tlsHandshake) socket.end('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n');
    received += chunk.toString('latin1');
    for (let end = received.indexOf('\r\n\r\n'); end >= 0; end = received.indexOf('\r\n\r\n')) {
      const headers = received.slice(0, end);
      received = received.slice(end + 4);
      const [method = '', path = ''] = headers.split(' ', 2);
      requests.push(`${method} ${path}`);
      const act = acts[path.slice(1).split(/[/?]/, 1)[0] ?? ''];
      if (act === undefined) socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n');
      else act(socket, { method, path, headers, earlier: earlier++ });
    }
  });
}

/** A complete, honest answer. */
export function answer(socket: Socket, headers: string, body: string | Uint8Array, status = '200 OK'): void {
  const bytes = Buffer.from(body);
  socket.write(
    Buffer.concat([
      Buffer.from(`HTTP/1.1 ${status}\r\n${headers}content-length: ${bytes.length}\r\n\r\n`),
      bytes,
    ]),
  );
}

function chunked(socket: Socket, headers: string, parts: readonly string[], isWhole: boolean): void {
  const body = parts.map((part) => `${Buffer.byteLength(part).toString(16)}\r\n${part}\r\n`).join('');
  socket.write(
    `HTTP/1.1 200 OK\r\n${headers}transfer-encoding: chunked\r\n\r\n${body}${isWhole ? '0\r\n\r\n' : ''}`,
  );
}

/** Resets once the other side has had a chance to read. */
function thenReset(socket: Socket, text: string): void {
  socket.write(text, () => setTimeout(() => socket.resetAndDestroy(), 20));
}

/** Writes for as long as somebody reads. */
function pour(socket: Socket, piece: Uint8Array): void {
  const more = (): void => {
    while (!socket.destroyed && socket.write(piece));
  };
  socket.on('drain', more);
  more();
}

function drip(socket: Socket, start: string, drop: string): void {
  socket.write(start);
  const timer = setInterval(() => {
    if (socket.destroyed) clearInterval(timer);
    else socket.write(drop);
  }, 20);
  timer.unref();
}

function noise(): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length: 20_000 }, () => (state = (state * 48_271) % 2_147_483_647) & 0xff);
}

/** Makes what takes long to make, so that no answer waits for it. */
export function makeBombs(): void {
  gzipBomb();
  brotliBomb();
}

let madeGzipBomb: Uint8Array | null = null;
let madeBrotliBomb: Uint8Array | null = null;

/** 64 MiB in 64 KiB. */
/** With a wrong byte so many before the end. */
function withOneWrong(bytes: Buffer, fromEnd: number): Buffer {
  const position = bytes.length - fromEnd;
  bytes.writeUInt8(bytes.readUInt8(position) ^ 1, position);
  return bytes;
}

/** A gzip member with everything its header may hold (RFC 1952 §2.3). */
function withHeaderFields(member: Buffer): Buffer {
  const header = Buffer.from([0x1f, 0x8b, 8, 0b11110, 0, 0, 0, 0, 0, 3]);
  const fields = Buffer.from('\x03\x00ext' + 'name\0' + 'comment\0' + '\x00\x00', 'latin1');
  return Buffer.concat([header, fields, member.subarray(10)]);
}

function gzipBomb(): Uint8Array {
  return (madeGzipBomb ??= gzipSync(Buffer.alloc(64 * 1_048_576)));
}

/** 64 MiB in a few bytes. */
function brotliBomb(): Uint8Array {
  return (madeBrotliBomb ??= brotliCompressSync(Buffer.alloc(64 * 1_048_576), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
  }));
}

function ignore(): void {
  // Clients that go away are the point.
}
