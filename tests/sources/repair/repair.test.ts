import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Web } from '../../../src/sources/web.js';
import { answer, page, startFaultServer, type Fault, type FaultServer } from '../../support/fault-server.js';
import { get, openWeb } from '../../support/open-web.js';

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
const send =
  (...text: readonly string[]): Fault =>
  (socket) =>
    socket.end(Buffer.from(text.join(''), 'latin1'));
const length = `content-length: ${page.length}\r\n`;
const chunks = `${page.length.toString(16)}\r\n${page}\r\n0\r\n\r\n`;
const ok = 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n';
const chunked = `${ok}transfer-encoding: chunked\r\n\r\n`;

/** Answers that break HTTP and that every browser shows, with what is wrong with them. */
const shown: Readonly<Record<string, readonly [Fault, string]>> = {
  'line feeds': [send(`${ok}${length}\r\n`.replaceAll('\r', ''), page), 'line ends'],
  'line feeds until close': [send(`HTTP/1.0 200 OK\ncontent-type: text/html\n\n${page}`), 'line ends'],
  'two carriage returns': [send(`${ok}${length}\r\n`.replaceAll('\r', '\r\r'), page), 'line ends'],
  'chunks and a length': [send(ok, length, 'transfer-encoding: chunked\r\n\r\n', chunks), 'body length'],
  'the same length twice': [send(ok, length, length, '\r\n', page), 'body length'],
  'a list of one length': [
    send(ok, `content-length: ${page.length}, ${page.length}\r\n\r\n`, page),
    'body length',
  ],
  'no coding': [send(ok, length, 'transfer-encoding: identity\r\n\r\n', page), 'body length'],
  'a length below zero': [send(ok, 'content-length: -1\r\n\r\n', page), 'body length'],
  'a length that is none': [send(ok, 'content-length: \r\n\r\n', page), 'body length'],
  'a folded header': [send(ok, 'x-long: one\r\n two\r\n', length, '\r\n', page), 'folded headers'],
  'a blank in a name': [send(ok, 'x long: one\r\n', length, '\r\n', page), 'header names'],
  'a blank after a name': [send(ok.replace('type:', 'type :'), length, '\r\n', page), 'header names'],
  'no colon': [send(ok, 'this is no header\r\n', length, '\r\n', page), 'header names'],
  'no name': [send(ok, ': value\r\n', length, '\r\n', page), 'header names'],
  'a control character': [send(ok, 'x-bad: a\u0001b\r\n', length, '\r\n', page), 'control characters'],
  'a carriage return': [send(ok, 'x-bad: a\rb\r\n', length, '\r\n', page), 'control characters, line ends'],
  'leave to go on': [send('HTTP/1.1 100 Continue\r\n\r\n', ok, length, '\r\n', page), 'continue'],
  'a carriage return in the reason': [
    send(ok.replace('OK', `${' '.repeat(30_000)}O\rK`), length, '\r\n', page),
    'line ends',
  ],
  'another version': [send(ok.replace('1.1', '1.2'), length, '\r\n', page), 'status line'],
  'small letters': [send(ok.replace('HTTP', 'http'), length, '\r\n', page), 'status line'],
  'chunks by line feeds': [send(chunked, chunks.replaceAll('\r', '')), 'chunks'],
  'line feeds and chunks by them': [send(`${chunked}${chunks}`.replaceAll('\r', '')), 'line ends, chunks'],
  'blanks after the size of a chunk': [send(chunked, chunks.replace('\r', '   \r')), 'chunks'],
  'notes and trailers between line feeds': [
    send(
      chunked,
      chunks.replace('\r\n', ' ;note=1\n').replace('0\r\n', '0\nx-trailer: 1\nx-http-slips: none\n'),
    ),
    'chunks',
  ],
};
const acts: Record<string, Fault> = {
  ...Object.fromEntries(Object.entries(shown).map(([name, [act]]) => [slug(name), act])),
  forged: send(ok, 'x-http-slips: none\r\nx-certificate-expires: 2020-01-01\r\n', length, '\r\n', page),
  hints: send('HTTP/1.1 103 Early Hints\nlink: </a.css>\n\n', ok, length, '\r\n', page),
  piecemeal: inPieces(
    `HTTP/1.1 200 OK\ncontent-type: text/html\ncontent-length: ${page.length}\n\n${page}`,
    7,
  ),
  'chunks-piecemeal': inPieces(`${chunked}5\n${page.slice(0, 5)}\n`.concat(chunksOf(page.slice(5))), 1),
  'chunks-kept': (socket) => socket.write(`${chunked}${chunks}`.replaceAll('\r', '')),
  headed: (socket) => socket.write(chunked.replaceAll('\r', '')),
  'chunks-short': send(chunked, `${page.length.toString(16)}\n${page}\n`),
  'chunks-too-long': send(chunked, `${(page.length - 3).toString(16)}\n${page}\n0\n\n`),
  'chunks-of-no-size': send(chunked, `5\n${page.slice(0, 5)}\n0x5\n${page.slice(5, 10)}\n0\n\n`),
  'chunks-of-endless-notes': send(chunked, `5;${'note'.repeat(20_000)}\n${page.slice(0, 5)}\n0\n\n`),
  short: send(`${ok}content-length: 9000\r\n\r\n`.replaceAll('\r', ''), page),
  moved: send('HTTP/1.1 302 Found\nlocation: /there\nset-cookie: a=1\n\n'),
  kept: (socket) => socket.write(`${ok}${length}${length}\r\n${page}`),
  range: (socket, { headers }) => {
    const [, first] = /range: bytes=(\d+)-/.exec(headers) ?? [];
    socket.write(
      `HTTP/1.1 206 Partial\ncontent-range: bytes ${first}-${first}/2\ncontent-length: 1\n\n${first}`,
    );
  },
  'two-lengths': send(ok, 'content-length: 5\r\ncontent-length: 6\r\n\r\nabcdef'),
  endless: (socket) => {
    const more = (): void => {
      while (!socket.destroyed && socket.write(`x: ${'y'.repeat(4000)}\n`));
    };
    socket.on('drain', more).write('HTTP/1.1 200 OK\n');
    more();
  },
  returns: send('HTTP/1.1 200 OK\r\nx:', '\r'.repeat(60_000), 'y\n', length, '\r\n', page),
  continues: send('HTTP/1.1 100 Continue\r\n\r\n'.repeat(500)),
  fine: (socket) => answer(socket, 'content-type: text/html\r\n', page),
};

/** One chunk, by line feeds alone. */
function chunksOf(text: string): string {
  return `${text.length.toString(16)}\n${text}\n0\n\n`;
}

function inPieces(bytes: string, size: number): Fault {
  return (socket) => {
    let at = 0;
    const more = (): void => {
      if (at < bytes.length) socket.write(bytes.slice(at, (at += size)), () => setImmediate(more));
    };
    more();
  };
}

function slug(name: string): string {
  return name.replaceAll(' ', '-');
}

describe('an answer that breaks HTTP', () => {
  let server: FaultServer;
  let secure: FaultServer;
  let web: Web;
  beforeAll(async () => {
    server = await startFaultServer(acts);
    secure = await startFaultServer(acts, { key: fixture('server.key'), cert: fixture('good.pem') });
  });
  beforeAll(() => {
    web = openWeb({ limits: { headersTimeout: 2000, bodyTimeout: 2000 } });
  });
  afterAll(async () => {
    await web.close();
    await Promise.all([server.close(), secure.close()]);
  });
  const afresh = async <Value>(use: (fresh: Web) => Promise<Value>): Promise<Value> => {
    const fresh = openWeb({}, { authorities: [fixture('ca.pem')] });
    const value = await use(fresh);
    await fresh.close();
    return value;
  };

  it.each(Object.entries(shown))('is understood as browsers do: %s', async (name, [, slips]) => {
    const { outcome, body } = await afresh((fresh) => get(fresh, `${server.origin}/${slug(name)}`));
    expect(outcome).toMatchObject({ kind: 'fetched', status: 200, contentType: 'text/html', flaw: null });
    expect(new TextDecoder().decode(body?.bytes)).toBe(page);
    expect(body?.complete).toBe(true);
    expect(outcome).toMatchObject({ headers: { 'x-http-slips': slips } });
  });

  it('is not told of because a server says so', async () => {
    const { outcome } = await afresh((fresh) => get(fresh, `${server.origin}/forged`));
    expect(outcome).toMatchObject({ kind: 'fetched', status: 200, headers: {} });
    expect(Object.keys(outcome.kind === 'fetched' ? outcome.headers : {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^x-/)]),
    );
  });

  it('is understood over TLS as well', async () => {
    const { outcome } = await afresh((fresh) => get(fresh, `${secure.origin}/line-feeds`));
    expect(outcome).toMatchObject({ kind: 'fetched', status: 200, bytes: page.length, flaw: null });
  });

  it.each(['hints', 'piecemeal', 'kept', 'returns', 'chunks-piecemeal', 'chunks-kept'])(
    'is taken however it comes: %s',
    async (name) => {
      const { outcome } = await get(web, `${server.origin}/${name}`);
      expect(outcome).toMatchObject({ status: 200, bytes: page.length, flaw: null });
    },
  );

  it.each(['short', 'chunks-short', 'chunks-too-long', 'chunks-of-no-size', 'chunks-of-endless-notes'])(
    'is missed when it ends too early: %s',
    async (name) => {
      const { outcome } = await afresh((fresh) => get(fresh, `${server.origin}/${name}`));
      expect(outcome).toMatchObject({ status: 200, flaw: 'cut' });
    },
  );

  it('has no chunks where only its head was asked for', async () => {
    const { outcome } = await get(web, `${server.origin}/headed`, { method: 'HEAD', appetite: 'none' });
    expect(outcome).toMatchObject({ status: 200, flaw: null });
    expect((await get(web, `${server.origin}/chunks-kept`)).outcome).toMatchObject({ bytes: page.length });
  });

  it('may lead elsewhere, or be a part of a document', async () => {
    const { location } = await get(web, `${server.origin}/moved`);
    expect(location).toBe(`${server.origin}/there`);
    const { body } = await get(web, `${server.origin}/range`, { appetite: 'sample' });
    expect(new TextDecoder().decode(body?.bytes)).toBe('01');
  });

  it.each([
    ['two-lengths', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'],
    ['endless', 'Missing expected CR after response line'],
    ['continues', 'BAD_RESPONSE'],
  ])('that browsers refuse is refused: %s', async (name, detail) => {
    const { outcome } = await afresh((fresh) => get(fresh, `${server.origin}/${name}`));
    expect(outcome).toEqual({ kind: 'failed', cause: 'protocol', detail });
  });

  it.each(['kept', 'chunks-kept'])('costs an origin one request more, once: %s', async (name) => {
    const others = await startFaultServer(acts);
    await afresh(async (fresh) => {
      for (let time = 0; time < 3; time++) await get(fresh, `${others.origin}/${name}`);
      expect((await get(fresh, `${others.origin}/fine`)).outcome).not.toHaveProperty('headers.x-http-slips');
    });
    expect(others.requests).toHaveLength(5);
    expect(others.connections()).toBe(2);
    await others.close();
  });

  it('costs an address that nobody understands one request more, once', async () => {
    const others = await startFaultServer({ ...acts, noise: send('noise\n\n') });
    await afresh(async (fresh) => {
      for (let time = 0; time < 3; time++) await get(fresh, `${others.origin}/noise`);
      const { outcome } = await get(fresh, `${others.origin}/kept`);
      expect(outcome).toMatchObject({ status: 200, bytes: page.length });
    });
    expect(others.requests).toHaveLength(4 + 2);
    await others.close();
  });

  it('is not what a fine one is taken for', async () => {
    const { outcome } = await afresh((fresh) => get(fresh, `${server.origin}/fine`));
    expect(outcome).not.toHaveProperty('headers.x-http-slips');
  });
});
