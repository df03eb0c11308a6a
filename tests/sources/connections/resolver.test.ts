import type { LookupOptions } from 'node:dns';
import { readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { describe, expect, it } from 'vitest';
import type { Lookup } from '../../../src/sources/connections/lookup.js';
import { createResolver } from '../../../src/sources/connections/resolver.js';
import { startFaultServer } from '../../support/fault-server.js';
import { get, openWeb } from '../../support/open-web.js';

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
const loopback = { address: '127.0.0.1', family: 4 } as const;

/** A system that answers only when told to; says which names it was asked for. */
function slowSystem(): { lookup: Lookup; asked: string[]; answer: (error?: string) => void } {
  const asked: string[] = [];
  const waiting: Parameters<Lookup>[2][] = [];
  return {
    lookup: (hostname, _options, found) => {
      asked.push(hostname);
      waiting.push(found);
    },
    asked,
    answer: (code) => {
      for (const found of waiting.splice(0))
        if (code === undefined) found(null, [loopback]);
        else found(Object.assign(new Error(code), { code }), []);
    },
  };
}

describe('the resolver', () => {
  const now = { is: 0 };
  const open = (lookup: Lookup): ((hostname: string) => Promise<string>) => {
    const { resolve } = createResolver(() => now.is, 60_000, lookup);
    return (hostname) =>
      new Promise((settle) => {
        resolve(hostname, (error, [first]) => settle(error?.message ?? first?.address ?? 'nothing'));
      });
  };

  it('asks the system once for a name that several wait for, and tells all of them', async () => {
    const { lookup, asked, answer } = slowSystem();
    const resolve = open(lookup);
    const all = [resolve('a.example'), resolve('b.example'), resolve('a.example')];
    answer();
    expect(await Promise.all(all)).toEqual(['127.0.0.1', '127.0.0.1', '127.0.0.1']);
    expect(asked).toEqual(['a.example', 'b.example']);
  });

  it('remembers an address for a minute', async () => {
    const { lookup, asked, answer } = slowSystem();
    const resolve = open(lookup);
    const first = resolve('a.example');
    answer();
    await first;
    now.is += 59_000;
    expect(await resolve('a.example')).toBe('127.0.0.1');
    expect(asked).toHaveLength(1);
    now.is += 2000;
    const later = resolve('a.example');
    answer();
    await later;
    expect(asked).toHaveLength(2);
  });

  it('asks for what Node itself would ask for: for no kind of address that this machine has none of', async () => {
    const asked: LookupOptions[] = [];
    const lookup: Lookup = (_hostname, options, found) => {
      asked.push(options);
      found(null, [loopback]);
    };
    await open(lookup)('a.example');
    const usual = await new Promise<LookupOptions>((tell) => {
      const socket = connect({
        host: 'a.example',
        port: 9,
        lookup: (_hostname, options) => {
          tell(options);
          socket.destroy();
        },
      });
    });
    expect(asked).toEqual([{ all: true, hints: usual.hints }]);
  });

  it('asks anew where nothing was found', async () => {
    const { lookup, asked, answer } = slowSystem();
    const resolve = open(lookup);
    const first = resolve('a.example');
    answer('EAI_AGAIN');
    // Others are found.
    answer();
    expect(await first).toBe('EAI_AGAIN');
    const second = resolve('a.example');
    answer();
    expect(await second).toBe('127.0.0.1');
    expect(asked.filter((name) => name === 'a.example')).toHaveLength(2);
  });
});

describe('a name whose address changes', () => {
  it('is looked up again as soon as nobody lets us in at the old one', async () => {
    const server = await startFaultServer();
    const addresses = ['127.0.0.2', '127.0.0.1'];
    const lookup: Lookup = (_hostname, _options, found) => {
      setImmediate(() => found(null, [{ address: addresses.shift() ?? '', family: 4 }]));
    };
    const web = openWeb({ limits: { connectTimeout: 500 } }, { lookup });
    const url = `${server.origin.replace('127.0.0.1', 'portal.example')}/fine`;
    expect((await get(web, url)).outcome).toMatchObject({ kind: 'failed' });
    expect((await get(web, url)).outcome).toMatchObject({ kind: 'fetched', status: 200 });
    await web.close();
    await server.close();
  });
});

describe('a name that takes long to look up', () => {
  it('takes nothing of the time that its host has to let us in', async () => {
    const server = await startFaultServer();
    const lookup: Lookup = (_hostname, _options, found) => {
      setTimeout(() => found(null, [loopback]), 400);
    };
    const web = openWeb({ limits: { connectTimeout: 100 } }, { lookup });
    const url = server.origin.replace('127.0.0.1', 'portal.example');
    expect((await get(web, `${url}/fine`)).outcome).toMatchObject({ kind: 'fetched', status: 200 });
    await web.close();
    await server.close();
  });

  it('leaves its host all the time that a host has, whenever it is found', async () => {
    const tls = createTlsServer({ key: fixture('server.key'), cert: fixture('good.pem') }, (socket) =>
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'),
    );
    const server = createServer((socket) => setTimeout(() => tls.emit('connection', socket), 150));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const lookup: Lookup = (_hostname, _options, found) => {
      setTimeout(() => found(null, [loopback]), 750);
    };
    const web = openWeb({ limits: { connectTimeout: 400 } }, { lookup, insecure: true });
    expect((await get(web, `https://portal.example:${port}/`)).outcome).toMatchObject({ status: 200 });
    await web.close();
    server.close();
  });

  it('is what a request fails by in the end, not its host', async () => {
    const web = openWeb(
      { limits: { connectTimeout: 50, wholeTimeout: 200 } },
      { lookup: slowSystem().lookup },
    );
    expect((await get(web, 'http://portal.example/')).outcome).toMatchObject({
      kind: 'failed',
      cause: 'dns',
      detail: 'ETIMEOUT',
    });
    await web.close();
  });

  it('is asked for once, however many connections its host is given', async () => {
    const server = await startFaultServer();
    const { lookup, asked, answer } = slowSystem();
    const web = openWeb({ limits: { perHost: 4 } }, { lookup });
    const url = server.origin.replace('127.0.0.1', 'portal.example');
    const all = [1, 2, 3, 4].map(() => get(web, `${url}/fine`));
    await expect.poll(() => asked).toHaveLength(1);
    answer();
    for (const one of all) expect((await one).outcome).toMatchObject({ status: 200 });
    expect(asked).toHaveLength(1);
    await web.close();
    await server.close();
  });
});
