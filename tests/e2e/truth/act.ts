import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Cause } from '../../../src/model/resource.js';
import { plainBody, type ServedAnswer } from '../../support/answers.js';

/** Bodies over this many bytes are too large for the walk that asks for them. */
export const maxBody = 300_000;

/** Acts an answer out on its socket, as often as it is asked for: earlier tries first. */
export function actOut(
  served: ServedAnswer,
  asked: number,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const earlier = served.earlier?.[asked];
  if (earlier?.result !== undefined) {
    const headers = earlier.result === 429 || earlier.throttled === true ? { 'retry-after': '0' } : {};
    if (typeof earlier.result === 'string') fail(earlier.result, '', response);
    else response.writeHead(earlier.result, headers).end();
    return;
  }
  if (served.failed !== undefined) fail(served.failed.cause, served.failed.detail, response);
  else answer(served, request, response);
}

/** Ways to give no answer. */
function fail(cause: Cause, detail: string, response: ServerResponse): void {
  const { socket } = response;
  if (cause === 'timeout') {
    if (detail.includes('BODY')) response.writeHead(200, { 'content-length': '500' }).write('<html>');
  } else if (cause === 'protocol') {
    const filler = detail.includes('OVERFLOW') ? `HTTP/1.1 200 OK\r\nx-filler: ${'y'.repeat(300_000)}` : '';
    socket?.end(filler === '' ? 'SSH-2.0-OpenSSH_9.2\r\n' : filler);
  } else socket?.destroy();
}

function answer(served: ServedAnswer, { method, headers }: IncomingMessage, response: ServerResponse): void {
  const body = bodyOf(served);
  const status = served.status ?? (served.headers?.['location'] === undefined ? 200 : 302);
  const named: Record<string, string> = { 'content-type': 'text/html', ...served.headers };
  if (served.flaw === 'undecodable') named['content-encoding'] = 'gzip';
  const range = served.sampled === undefined ? null : rangeOf(headers.range, body.length);
  if (range !== null) {
    const [first, last] = range;
    named['content-range'] = `bytes ${first}-${last}/${body.length}`;
    response.writeHead(206, named).end(body.subarray(first, last + 1));
  } else if (served.flaw === 'cut') {
    response.writeHead(status, { 'content-length': String(body.length + 500), ...named });
    response.write(body, () => response.socket?.destroy());
  } else if (method === 'HEAD') response.writeHead(status, named).end();
  else {
    const length = [204, 205, 304].includes(status) ? {} : { 'content-length': String(body.length) };
    response.writeHead(status, { ...named, ...length }).end(body);
  }
}

function bodyOf({ body, headers, flaw }: ServedAnswer): Buffer {
  if (flaw === 'undecodable') return Buffer.from('no gzip');
  const bytes = Buffer.from(body ?? (headers?.['location'] === undefined ? plainBody : ''));
  return flaw === 'too-large' ? Buffer.concat([bytes, Buffer.alloc(maxBody, ' ')]) : bytes;
}

/** The first and last byte of `bytes=0-99` or `bytes=-100`. */
function rangeOf(header: string | undefined, length: number): readonly [number, number] | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') return [Math.max(0, length - Number(last)), length - 1];
  return [Number(first), last === '' ? length - 1 : Math.min(Number(last), length - 1)];
}
