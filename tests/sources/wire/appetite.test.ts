import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Body, FetchRequest } from '../../../src/model/fetch.js';
import type { Web } from '../../../src/sources/web.js';
import { answer, startFaultServer, type FaultRequest, type FaultServer } from '../../support/fault-server.js';
import { get, openWeb } from '../../support/open-web.js';

const size = 400_000;
const document = Uint8Array.from({ length: size }, (_, index) => index % 251);
const pdf = 'content-type: application/pdf\r\n';

function ranged(bytes: Uint8Array) {
  return (socket: Socket, { headers }: FaultRequest): void => {
    const [, first = '', last = ''] = /^range: bytes=(\d*)-(\d*)$/im.exec(headers) ?? [];
    if (first === '' && last === '') {
      answer(socket, pdf, bytes);
    } else if (Number(first) >= bytes.length) {
      answer(socket, pdf, '', '416 Range Not Satisfiable');
    } else {
      const start = first === '' ? Math.max(0, bytes.length - Number(last)) : Number(first);
      const end = first === '' || last === '' ? bytes.length - 1 : Math.min(Number(last), bytes.length - 1);
      const range = `content-range: bytes ${start}-${end}/${bytes.length}\r\n`;
      answer(socket, `${pdf}${range}etag: "1"\r\n`, bytes.subarray(start, end + 1), '206 Partial Content');
    }
  };
}

/** Answers `status` to who asks for a part. */
function rangeless(status: string) {
  return (socket: Socket, { headers }: FaultRequest): void => {
    const isPart = /^range:/im.test(headers);
    answer(socket, pdf, isPart ? '' : document.subarray(0, 200_000), isPart ? status : '200 OK');
  };
}

const acts = {
  'rangeless-400': rangeless('400 Bad Request'),
  'rangeless-403': rangeless('403 Forbidden'),
  'rangeless-500': rangeless('500 Internal Server Error'),
  'rangeless-501': rangeless('501 Not Implemented'),
  missing: (socket: Socket) => answer(socket, pdf, '', '404 Not Found'),
  'for-members': (socket: Socket) => answer(socket, pdf, '', '440 Login Time-out'),
  'behind-a-network': (socket: Socket) => answer(socket, pdf, '', '511 Network Authentication Required'),
  'behind-a-balancer': (socket: Socket) => answer(socket, pdf, '', '561 Unauthorized'),
  forbidden: (socket: Socket) => answer(socket, pdf, '', '403 Forbidden'),
  ranged: ranged(document),
  'ranged-near': ranged(document.subarray(0, 100_000)),
  'ranged-small': ranged(document.subarray(0, 500)),
  'ranged-empty': ranged(document.subarray(0, 0)),
  plain: (socket: Socket) => answer(socket, pdf, document),
  'plain-small': (socket: Socket) => answer(socket, pdf, document.subarray(0, 200_000)),
  'plain-cut': (socket: Socket) => socket.end(`HTTP/1.1 200 OK\r\n${pdf}content-length: 5000\r\n\r\n%PDF`),
  film: (socket: Socket) => answer(socket, 'content-type: video/mp4\r\n', document),
  archive: (socket: Socket) => answer(socket, 'content-type: application/octet-stream\r\n', document),
  sitemap: (socket: Socket) => answer(socket, 'content-type: application/gzip\r\n', document),
  list: (socket: Socket) => answer(socket, 'content-type: application/octet-stream\r\n', document),
  small: (socket: Socket) => answer(socket, 'content-type: text/html\r\n', document.subarray(0, 100)),
  head: (socket: Socket) =>
    socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 4321\r\n\r\n'),
};

describe('appetite', () => {
  let server: FaultServer;
  let web: Web;
  beforeAll(async () => {
    server = await startFaultServer(acts);
    web = openWeb({ limits: { perHost: 1 } });
  });
  afterAll(async () => {
    await web.close();
    await server.close();
  });
  const ask = (path: string, more: Partial<FetchRequest> = {}) => get(web, `${server.origin}/${path}`, more);
  const sample = { appetite: 'sample' } as const;

  it('reads the start and the end of a document where there are ranges', async () => {
    const { outcome, body } = await ask('ranged', sample);
    expect(outcome).toMatchObject({ status: 200, length: size, bytes: 131_072, flaw: null });
    expect(body).toEqual({
      bytes: document.slice(0, 65_536),
      complete: false,
      tail: document.slice(-65_536),
    });
  });

  it('tells when an answer begins', async () => {
    const controller = new AbortController();
    const begun = new Promise<void>((resolve) => {
      const request = {
        url: `${server.origin}/head`,
        method: 'GET',
        source: null,
        appetite: 'whole',
      } as const;
      const begin = (): null => {
        resolve();
        return null;
      };
      web.fetch(request, controller.signal, begin).catch(() => undefined);
    });
    await begun;
    controller.abort();
  });

  it('joins what two ranges cover', async () => {
    const { outcome, body } = await ask('ranged-near', sample);
    expect(outcome).toMatchObject({ status: 200, length: 100_000, bytes: 100_000 });
    expectBody(body, document.subarray(0, 100_000), true, null);
  });

  it.each([
    ['ranged-small', 500],
    ['ranged-empty', 0],
    ['plain-small', 200_000],
    ['rangeless-400', 200_000],
    ['rangeless-403', 200_000],
    ['rangeless-500', 200_000],
    ['rangeless-501', 200_000],
  ])('reads all of %s', async (path, length) => {
    const { outcome, body } = await ask(path, sample);
    expect(outcome).toMatchObject({ status: 200, bytes: length, flaw: null });
    expectBody(body, document.subarray(0, length), true, null);
  });

  it.each([
    ['missing', 404, 1],
    ['for-members', 440, 1],
    ['behind-a-network', 511, 1],
    ['behind-a-balancer', 561, 1],
    ['forbidden', 403, 2],
  ])('believes a server that has it %s', async (path, status, times) => {
    const before = server.requests.length;
    expect((await ask(path, sample)).outcome).toMatchObject({ status });
    expect(server.requests.length - before).toBe(times);
  });

  it('drops a large document after its start where there are no ranges', async () => {
    const { outcome, body } = await ask('plain', sample);
    expect(outcome).toMatchObject({ status: 200, length: size, bytes: 65_536, flaw: null });
    expectBody(body, document.subarray(0, 65_536), false, null);
  });

  it('notices a document that breaks off', async () => {
    expect((await ask('plain-cut', sample)).outcome).toMatchObject({ flaw: 'cut' });
  });

  it.each(['film', 'archive'])('samples a %s met in place of a page', async (path) => {
    const { outcome, body } = await ask(path);
    expect(outcome).toMatchObject({ status: 200, bytes: 65_536, flaw: null });
    expect(body?.complete).toBe(false);
  });

  it.each(['sitemap', 'list/tasks.xlsx'])('reads %s to its end', async (path) => {
    expectBody((await ask(path)).body, document, true, null);
  });

  it('reads to the end when deep, in little memory', async () => {
    const deep = openWeb({}, { deep: true });
    const { outcome, body } = await get(deep, `${server.origin}/ranged`, sample);
    expect(outcome).toMatchObject({ length: size, bytes: size, flaw: null });
    expect(body).toEqual({
      bytes: document.slice(0, 65_536),
      complete: false,
      tail: document.slice(-65_536),
    });
    await deep.close();
  });

  it('keeps the connection after HEAD and after small bodies nobody wants', async () => {
    const before = server.connections();
    await ask('small');
    const opened = server.connections();
    for (const path of ['head', 'head']) {
      const { outcome, body } = await ask(path, { method: 'HEAD', appetite: 'none' });
      expect(outcome).toMatchObject({ status: 200, length: 4321, bytes: 0, flaw: null });
      expect(body).toBeNull();
    }
    await ask('small', { appetite: 'none' });
    await ask('small');
    expect(server.connections()).toBe(opened);
    expect(opened - before).toBeLessThanOrEqual(1);
  });

  it('drops large bodies nobody wants', async () => {
    const { outcome, body } = await ask('plain', { appetite: 'none' });
    expect(outcome).toMatchObject({ status: 200, bytes: 0, flaw: null });
    expect(body).toBeNull();
  });

  it('hands out bytes that may be transferred', async () => {
    const { body } = await ask('small');
    expect(body?.bytes.byteLength).toBe(body?.bytes.buffer.byteLength);
  });
});

/** Byte by byte, without the cost of telling large arrays apart in words. */
function expectBody(body: Body | null, bytes: Uint8Array, complete: boolean, tail: Uint8Array | null): void {
  expect(body?.complete).toBe(complete);
  expect(Buffer.compare(body?.bytes ?? Buffer.alloc(0), bytes)).toBe(0);
  expect(body?.tail?.length).toBe(tail?.length);
  expect(Buffer.compare(body?.tail ?? Buffer.alloc(0), tail ?? Buffer.alloc(0))).toBe(0);
}
