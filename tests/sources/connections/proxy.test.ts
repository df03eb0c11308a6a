import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, createServer as createSocketServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SetupError } from '../../../src/model/problem.js';
import { proxiesOf } from '../../../src/sources/connections/proxy.js';
import { faults, startFaultServer, type FaultServer } from '../../support/fault-server.js';
import { get, openWeb } from '../../support/open-web.js';
import { readFileSync } from 'node:fs';

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');

describe('the choice of a proxy', () => {
  const choose = proxiesOf({
    http_proxy: 'plain.example:8080',
    HTTPS_PROXY: 'http://secure.example:8080',
    HTTP_PROXY: 'http://ignored.example',
    NO_PROXY:
      'intranet.example, .corp.example, *.wild.example 10.0.0.1 port.example:8443 10.8.0.0/16,fd00::/8 192.0.2.1/99 2001:db8::0:1 [2001:db8::2]:8080',
  });
  it.each([
    ['http://example.com', 'http://plain.example:8080'],
    ['https://example.com', 'http://secure.example:8080'],
    ['https://intranet.example', null],
    ['https://a.intranet.example', null],
    ['https://notintranet.example', 'http://secure.example:8080'],
    ['https://a.corp.example', null],
    ['https://a.wild.example', null],
    ['http://10.0.0.1', null],
    ['http://10.8.3.4:8080', null],
    ['http://10.9.3.4', 'http://plain.example:8080'],
    ['http://[fd12::1]', null],
    ['http://192.0.2.1', 'http://plain.example:8080'],
    ['http://[2001:db8::1]', null],
    ['http://[2001:db8::1]:8080', null],
    ['http://[2001:db8::2]:8080', null],
    ['http://[2001:db8::2]', 'http://plain.example:8080'],
    ['https://port.example:8443', null],
    ['https://port.example', 'http://secure.example:8080'],
    ['http://127.0.0.1:3000', null],
    ['http://localhost', null],
    ['http://[::1]', null],
  ])('%s: %s', (origin, proxy) => expect(choose?.(origin)).toBe(proxy));

  it('is not there to make without proxies, and is refused if it cannot be made', () => {
    expect(proxiesOf({ no_proxy: '*' })).toBeNull();
    expect(proxiesOf({ http_proxy: '' })).toBeNull();
    expect(proxiesOf({ all_proxy: 'http://p', no_proxy: '*' })?.('http://example.com')).toBeNull();
    expect(() => proxiesOf({ https_proxy: 'ftp://p' })).toThrow(SetupError);
  });
});

describe('a proxy', () => {
  let origin: FaultServer;
  let secure: FaultServer;
  let proxy: Server;
  let address = '';
  const asked: string[] = [];
  const proofs: (string | undefined)[] = [];
  const ports: Record<string, string> = {};
  beforeAll(async () => {
    origin = await startFaultServer();
    secure = await startFaultServer(faults, { key: fixture('server.key'), cert: fixture('wrong-host.pem') });
    ports['portal.example'] = new URL(origin.origin).port;
    ports['elsewhere.example'] = ports['other.example'] = new URL(secure.origin).port;
    proxy = startProxy(asked, ports);
    const note = ({ headers }: IncomingMessage): void => void proofs.push(headers['proxy-authorization']);
    proxy.on('request', note).on('connect', note);
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    proxy.closeAllConnections();
    proxy.close();
    await Promise.all([origin.close(), secure.close()]);
  });
  const sources = [{ id: 'a', seeds: ['http://portal.example/'] }];

  it('is asked for plain and secure pages', async () => {
    const web = openWeb(
      { sources },
      { environment: { all_proxy: address }, authorities: [fixture('ca.pem')] },
    );
    expect((await get(web, 'http://portal.example/fine-gzip')).outcome).toMatchObject({
      status: 200,
      flaw: null,
    });
    expect((await get(web, 'https://elsewhere.example/fine')).outcome).toMatchObject({
      status: 200,
      flaw: null,
    });
    expect(asked).toContain('GET http://portal.example/fine-gzip');
    expect(asked).toContain('CONNECT elsewhere.example:443');
    await web.close();
  });

  it('does not spare hosts the proof of who they are, but for those named', async () => {
    const web = openWeb(
      { sources },
      { environment: { all_proxy: address }, insecure: ['elsewhere.example'] },
    );
    for (const host of ['elsewhere.example', 'other.example', 'elsewhere.example'])
      expect((await get(web, `https://${host}/fine`)).outcome).toMatchObject(
        host === 'elsewhere.example' ? { status: 200 } : { kind: 'failed', cause: 'tls' },
      );
    await web.close();
  });

  it('that fails is named', async () => {
    const web = openWeb({ sources }, { environment: { all_proxy: address } });
    expect((await get(web, 'https://unknown.example/')).outcome).toEqual({
      kind: 'failed',
      cause: 'proxy',
      detail: '502',
    });
    for (const path of ['a', 'b', 'c'])
      expect((await get(web, `http://locked.example/${path}`)).outcome).toEqual({
        kind: 'failed',
        cause: 'proxy',
        detail: '407',
      });
    await web.close();
    const gone = openWeb({ sources }, { environment: { all_proxy: 'http://127.0.0.1:1' } });
    for (const url of ['http://portal.example/', 'https://portal.example/']) {
      expect((await get(gone, url)).outcome).toEqual({
        kind: 'failed',
        cause: 'proxy',
        detail: 'ECONNREFUSED',
      });
    }
    await gone.close();
  });

  it.each([
    ['closes.example', 'UND_ERR_SOCKET'],
    ['babbles.example', 'HTTPParserError'],
  ])('that makes no tunnel to %s is named, and asked no more often than that', async (host, detail) => {
    const web = openWeb({ sources }, { environment: { all_proxy: address } });
    const before = asked.length;
    expect((await get(web, `https://${host}/`)).outcome).toEqual({ kind: 'failed', cause: 'proxy', detail });
    expect(asked.length - before).toBeLessThan(3);
    await web.close();
  });

  it('is found at an address with a path, which means nothing there', async () => {
    const web = openWeb(
      { sources },
      { environment: { all_proxy: `${address}/proxy.pac?a#b` }, insecure: true },
    );
    for (const url of ['http://portal.example/page', 'https://other.example/page'])
      expect((await get(web, url)).outcome.kind).toBe('fetched');
    await web.close();
  });

  it.each([
    ['user:secret', 'user:secret'],
    ['us%20er:p%40ss%2Fw', 'us er:p@ss/w'],
    ['user:100%', 'user:100%'],
    ['token', 'token:'],
    ['token:', 'token:'],
  ])('is told the user and the password of its address: %s', async (written, told) => {
    const web = openWeb(
      { sources },
      { environment: { all_proxy: address.replace('//', `//${written}@`) }, insecure: true },
    );
    for (const scheme of ['http', 'https']) await get(web, `${scheme}://nowhere.example/`);
    const expected = `Basic ${Buffer.from(told).toString('base64')}`;
    expect(proofs.splice(0).slice(-2)).toEqual([expected, expected]);
    await web.close();
  });

  it('is told them by SOCKS, too, as they are', async () => {
    const told: string[] = [];
    const socks = createSocketServer((socket) => {
      socket.once('data', () => {
        socket.write(Buffer.from([5, 2]));
        socket.once('data', (proof) => {
          told.push(proof.subarray(2).toString('latin1'));
          socket.end(Buffer.from([1, 1]));
        });
      });
    });
    await new Promise<void>((resolve) => socks.listen(0, '127.0.0.1', resolve));
    const { port } = socks.address() as AddressInfo;
    const web = openWeb(
      { sources },
      { environment: { all_proxy: `socks5://us%20er:p%40ss@127.0.0.1:${port}` } },
    );
    await get(web, 'http://portal.example/');
    expect(told[0]).toBe('us er\x04p@ss');
    await web.close();
    socks.close();
  });

  it('is not blamed, nor is the host, for a connection that was kept alive too long', async () => {
    const server = createTlsServer(
      { key: fixture('server.key'), cert: fixture('good.pem') },
      (request, response) => {
        if (met.has(request.socket)) return void request.socket.destroy();
        met.add(request.socket);
        response.setHeader('content-type', 'text/html');
        response.end('<p>fine</p>');
      },
    );
    const met = new Set<Socket>();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ports['brief.example'] = String((server.address() as AddressInfo).port);
    const web = openWeb({ sources }, { environment: { all_proxy: address }, insecure: true });
    for (const path of ['a', 'b', 'c'])
      expect((await get(web, `https://brief.example/${path}`)).outcome).toMatchObject({ status: 200 });
    expect(met.size).toBe(3);
    await web.close();
    server.closeAllConnections();
    server.close();
  });

  it('does not hide when the certificate of a host ends', async () => {
    const environment = { all_proxy: address };
    const lastDays = { environment, insecure: true, now: () => Date.UTC(2119, 11, 20) };
    const web = openWeb({ sources }, lastDays);
    expect((await get(web, 'https://elsewhere.example/fine')).outcome).toHaveProperty(
      'headers.x-certificate-expires',
      '2120-01-01T00:00:00.000Z',
    );
    await web.close();
  });

  it('that nobody vouches for is named, and no host', async () => {
    const web = openWeb({ sources }, { environment: { all_proxy: secure.origin } });
    expect((await get(web, 'https://portal.example/')).outcome).toMatchObject({
      kind: 'failed',
      cause: 'proxy',
    });
    await web.close();
  });

  it('may bring answers that only browsers understand', async () => {
    const web = openWeb(
      { sources },
      { environment: { all_proxy: address }, authorities: [fixture('ca.pem')] },
    );
    for (const url of ['http://portal.example/no-colon', 'https://elsewhere.example/no-colon']) {
      expect((await get(web, url)).outcome).toMatchObject({
        status: 200,
        headers: { 'x-http-slips': 'header names' },
      });
    }
    await web.close();
  });

  it('is not a way inside', async () => {
    const web = openWeb({ sources }, { environment: { all_proxy: address } });
    expect((await get(web, 'http://10.0.0.1/')).outcome).toMatchObject({ detail: 'PRIVATE_ADDRESS' });
    await web.close();
  });
});

/** A forward proxy that knows some hosts and asks for a password for one. */
function startProxy(asked: string[], ports: Readonly<Record<string, string>>): Server {
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const { hostname, pathname } = new URL(request.url ?? '');
    const port = ports[hostname];
    if (port === undefined) response.writeHead(hostname === 'locked.example' ? 407 : 502).end();
    else pipe(port, response.socket!, `GET ${pathname} HTTP/1.1\r\nhost: ${hostname}\r\n\r\n`);
  });
  server.on('connect', (request, socket: Socket) => {
    asked.push(`CONNECT ${request.url}`);
    if (request.url === 'closes.example:443') return void socket.destroy();
    if (request.url === 'babbles.example:443') return void socket.end('hello\r\n\r\n');
    const port = ports[request.url?.split(':')[0] ?? ''];
    socket.write(`HTTP/1.1 ${port === undefined ? '502 Bad Gateway' : '200 Connection established'}\r\n\r\n`);
    if (port === undefined) socket.end();
    else pipe(port, socket, '');
  });
  return server;
}

function pipe(port: string, client: Socket, start: string): void {
  const upstream = connect(Number(port), '127.0.0.1');
  upstream.on('error', () => client.destroy());
  client.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
  upstream.write(start);
  upstream.pipe(client);
  client.pipe(upstream);
}
