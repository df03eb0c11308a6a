import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { get, openWeb } from '../../support/open-web.js';

const hosts = 300;

describe('idle connections', () => {
  const servers: Server[] = [];
  let open = 0;
  let opened = 0;

  beforeAll(async () => {
    for (let host = 0; host < hosts; host++) {
      const server = createServer((_, response) => response.end('fine'));
      server.keepAliveTimeout = 60_000;
      server.on('connection', (socket) => {
        open++;
        opened++;
        socket.on('close', () => open--);
      });
      servers.push(server.listen(0, '127.0.0.1'));
      await once(server, 'listening');
    }
  });
  afterAll(() => {
    for (const server of servers) server.close();
  });

  it('are closed when there are too many of them, those first that were used the longest ago', async () => {
    const web = openWeb();
    const urls = servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    for (const url of urls) expect((await get(web, url)).outcome).toMatchObject({ status: 200 });
    await expect.poll(() => open).toBeLessThan(hosts);
    expect(open).toBeGreaterThan(hosts / 2);
    for (const url of urls.slice(-100)) await get(web, url);
    expect(opened).toBe(hosts);
    await web.close();
    await expect.poll(() => open).toBe(0);
  });

  it('give back their files where there is none left for another', async () => {
    let wanting = 1;
    const web = openWeb(
      {},
      {
        lookup: (_hostname, _options, found) => {
          const error = Object.assign(new Error('none left'), { code: 'EMFILE' });
          if (wanting-- > 0) found(error, []);
          else found(null, [{ address: '127.0.0.1', family: 4 }]);
        },
      },
    );
    const [last = '', ...urls] = servers
      .slice(0, 10)
      .map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    for (const url of urls) await get(web, url);
    expect(open).toBe(9);
    expect((await get(web, last.replace('127.0.0.1', 'portal.example'))).outcome).toMatchObject({
      status: 200,
    });
    await expect.poll(() => open).toBe(1);
    await web.close();
  });
});
