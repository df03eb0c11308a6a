import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/model/fetch.js';
import { openWeb, get } from '../../support/open-web.js';
import {
  type Fault,
  type faults,
  page,
  startFaultServer,
  type FaultServer,
} from '../../support/fault-server.js';
import type { Web } from '../../../src/sources/web.js';

type FaultName = keyof typeof faults;

/** `status`, or `status flaw`, or `cause detail`. */
const expected: Record<FaultName, string> = {
  fine: '200',
  'fine-twice-declared': '200',
  'fine-chunked': '200',
  'fine-until-close': '200',
  'fine-gzip': '200',
  'fine-gzip-wrong-checksum': '200',
  'fine-gzip-wrong-length': '200',
  'fine-gzip-without-end': '200',
  'fine-gzip-named': '200',
  'fine-gzip-and-more': '200',
  'fine-deflate-without-end': '200',
  'fine-deflate': '200',
  'fine-deflate-raw': '200',
  'fine-br': '200',
  'fine-twice-encoded': '200',
  'fine-unknown-encoding': '200',
  'fine-counted-before-gzip': '200',
  'fine-early-hints': '200',
  'fine-long-head': '200',
  'no-content': '204',
  'not-modified': '304',
  empty: '200',
  'error-empty': '500',
  'surplus-body': '200',
  'reset-before-headers': 'connection ECONNRESET',
  'close-before-headers': 'connection UND_ERR_SOCKET',
  'reset-in-headers': 'connection ECONNRESET',
  'close-in-headers': 'connection UND_ERR_SOCKET',
  'reset-after-headers': '200 cut',
  'reset-in-body': '200 cut',
  'short-body': '200 cut',
  'cut-chunks': '200 cut',
  'broken-chunks': '200 cut',
  'half-close': '200 cut',
  'cut-gzip': '200 cut',
  'cut-br': '200 cut',
  'false-gzip': '200 undecodable',
  'deflate-wrong-checksum': '200 undecodable',
  'gzip-bomb': '200 too-large',
  'br-bomb': '200 too-large',
  'layered-bomb': '200 too-large',
  'endless-body': '200 too-large',
  'endless-chunks': '200 too-large',
  'boastful-length': '200 cut',
  silent: 'timeout headers',
  'silent-in-headers': 'timeout headers',
  'silent-after-headers': 'timeout body',
  'silent-in-body': 'timeout body',
  'drip-headers': 'timeout headers',
  'drip-body': 'timeout whole',
  'large-headers': 'protocol UND_ERR_HEADERS_OVERFLOW',
  'large-header': 'protocol UND_ERR_HEADERS_OVERFLOW',
  'huge-status-line': 'timeout headers',
  'informational-flood': 'protocol TOO_MANY_INFORMATIONAL',
  'informational-drip': 'timeout headers',
  'switching-protocols': 'protocol BAD_UPGRADE',
  garbage: 'protocol Expected HTTP/, RTSP/ or ICE/',
  'no-status-line': 'protocol Expected HTTP/, RTSP/ or ICE/',
  'no-colon': '200',
  'two-lengths': 'protocol UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'negative-length': '200',
  'impossible-status': 'protocol Invalid status code',
  'close-after-first': '200',
  'dirty-after-first': '200',
};

const patience = { connectTimeout: 300, headersTimeout: 200, bodyTimeout: 200, wholeTimeout: 700 };
const maxBody = 1_048_576;

describe('a server that fails', () => {
  let server: FaultServer;
  let web: Web;
  beforeAll(async () => {
    server = await startFaultServer();
    web = openWeb({ limits: { ...patience, maxBody, perHost: 4 } });
  });
  afterAll(async () => {
    await web.close();
    await server.close();
  });

  const names = Object.keys(expected) as FaultName[];

  it.each(names)('%s', async (name) => {
    const answer = await get(web, `${server.origin}/${name}`);
    expect(summary(answer)).toBe(expected[name]);
    expect(answer.body?.bytes.length ?? 0).toBeLessThanOrEqual(maxBody);
    expect(answer.attempt.result).toBe(
      answer.outcome.kind === 'fetched' ? answer.outcome.status : answer.outcome.cause,
    );
  });

  it.each(names.filter((name) => name.startsWith('fine')))('%s gives the page', async (name) => {
    const { body, outcome, charset } = await get(web, `${server.origin}/${name}`);
    expect(new TextDecoder().decode(body?.bytes)).toBe(page);
    expect(body?.complete).toBe(true);
    expect(outcome).toMatchObject({ contentType: 'text/html', bytes: page.length });
    expect(charset).toBe('utf-8');
  });

  it.each(['close-after-first', 'dirty-after-first'])(
    "%s: a spoilt connection is not the page's fault",
    async (name) => {
      for (let time = 0; time < 4; time++)
        expect(summary(await get(web, `${server.origin}/${name}`))).toBe('200');
    },
  );

  it('does not ask twice on a fresh connection', async () => {
    const fresh = openWeb({ limits: patience });
    await get(fresh, `${server.origin}/reset-before-headers?once`);
    expect(server.requests.filter((request) => request.endsWith('?once'))).toHaveLength(1);
    await fresh.close();
  });

  it('keeps what came before a fault', async () => {
    const { body } = await get(web, `${server.origin}/cut-gzip`);
    expect(body?.complete).toBe(false);
    expect(body?.bytes.length).toBeGreaterThan(100);
  });

  it('stays small while bombs and floods go off together', async () => {
    const loud: FaultName[] = [
      'gzip-bomb',
      'br-bomb',
      'layered-bomb',
      'endless-body',
      'endless-chunks',
      'large-headers',
      'boastful-length',
    ];
    const before = process.memoryUsage().rss;
    for (let round = 0; round < 3; round++) {
      await Promise.all(loud.map((name) => get(web, `${server.origin}/${name}`)));
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1_048_576);
  });
});

function summary({ outcome }: Answer): string {
  if (outcome.kind === 'failed') return `${outcome.cause} ${outcome.detail}`;
  return outcome.flaw === null ? String(outcome.status) : `${outcome.status} ${outcome.flaw}`;
}

describe('a redirect whose body fails', () => {
  const moved = 'HTTP/1.1 302 Found\r\nlocation: /there\r\ncontent-type: text/html\r\n';
  const acts: Readonly<Record<string, Fault>> = {
    silent: (socket) => socket.write(`${moved}content-length: 500\r\n\r\n`),
    short: (socket) => socket.end(`${moved}content-length: 500\r\n\r\n<html>`),
    'short-gzip': (socket) => {
      socket.write(`${moved}content-encoding: gzip\r\ncontent-length: 500\r\n\r\n`);
      socket.end(gzipSync(page).subarray(0, 50));
    },
    reset: (socket) => {
      socket.write(`${moved}content-length: 500\r\n\r\n<html>`, () => socket.resetAndDestroy());
    },
    garbled: (socket) => socket.end(`${moved}transfer-encoding: chunked\r\n\r\nno size\r\n`),
  };

  it.each(Object.keys(acts))('leads on all the same, as browsers do not wait for it: %s', async (name) => {
    const server = await startFaultServer(acts);
    const web = openWeb({ limits: patience });
    const answer = await get(web, `${server.origin}/${name}`);
    await Promise.all([web.close(), server.close()]);
    expect([summary(answer), answer.location]).toEqual(['302', `${server.origin}/there`]);
    expect(server.requests).toHaveLength(1);
  });

  it('is no redirect where it does not say where to', async () => {
    const server = await startFaultServer({
      silent: (socket) => socket.write('HTTP/1.1 302 Found\r\ncontent-length: 500\r\n\r\n'),
    });
    const web = openWeb({ limits: patience });
    expect(summary(await get(web, `${server.origin}/silent`))).toBe('timeout body');
    await Promise.all([web.close(), server.close()]);
  });
});
