import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply } from './reply.js';

/** Writes a reply as a static server does: `HEAD`, `If-None-Match` and one `Range` (RFC 9110 §9.3.2, §13.1.2, §14). */
export function send(reply: Reply, request: IncomingMessage, response: ServerResponse): void {
  switch (reply.manner) {
    case 'silent':
      return;
    case 'reset':
      request.socket.resetAndDestroy();
      return;
    case 'cut':
      sendHalf(reply, response);
      return;
    case 'whole':
      sendWhole(reply, request, response);
  }
}

/** Declares the full length, sends half of it and closes the connection. */
function sendHalf({ status, headers, body }: Reply, response: ServerResponse): void {
  response.writeHead(status, { ...headers, 'content-length': body.length });
  response.write(body.subarray(0, body.length / 2), () => response.destroy());
}

function sendWhole(reply: Reply, request: IncomingMessage, response: ServerResponse): void {
  const { status, headers, body } = narrow(reply, request.headers);
  const bodiless = status === 204 || status === 304;
  response.writeHead(status, bodiless ? headers : { ...headers, 'content-length': body.length });
  response.end(request.method === 'HEAD' || bodiless ? undefined : body);
}

/** The reply a conditional or partial request gets. */
function narrow(whole: Reply, asked: IncomingMessage['headers']): Reply {
  const tag = whole.headers['etag'];
  if (tag !== undefined && asked['if-none-match'] === tag) return { ...whole, status: 304, body: empty };
  const range =
    whole.headers['accept-ranges'] === 'bytes' ? parseRange(asked.range, whole.body.length) : null;
  if (range === null) return whole;
  const part = whole.body.subarray(range.start, range.end + 1);
  const contentRange = `bytes ${range.start}-${range.end}/${whole.body.length}`;
  return { ...whole, status: 206, headers: { ...whole.headers, 'content-range': contentRange }, body: part };
}

/** One satisfiable byte range, `null` for anything else: a server may ignore what it does not like (RFC 9110 §14.2). */
function parseRange(header: string | undefined, length: number): { start: number; end: number } | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, length - Number(last)) : Number(first);
  const end = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1);
  return start <= end ? { start, end } : null;
}

const empty = new Uint8Array(0);
