import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultUserAgent } from '../../src/sources/user-agent.js';
import { get, openWeb } from '../support/open-web.js';

let server: Server;
let origin = '';
let seen: IncomingHttpHeaders = {};

beforeAll(async () => {
  server = createServer((request, response) => {
    seen = request.headers;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

it('asks for any language, as servers that are asked for none may fail', async () => {
  const web = openWeb();
  await get(web, `${origin}/page`);
  expect(seen['accept-language']).toBe('*');
  await get(web, `${origin}/guide.pdf`, { appetite: 'sample' });
  expect(seen['accept-language']).toBe('*');
  await web.close();
});

it('asks for the language that a source is configured to have', async () => {
  const headers = { 'Accept-Language': 'ja' };
  const web = openWeb({ sources: [{ id: 'a', seeds: [`${origin}/`], credentials: { headers } }] });
  await get(web, `${origin}/page`, { source: 'a' });
  expect(seen['accept-language']).toBe('ja');
  await web.close();
});

it('has a name that firewalls do not take for that of a scraper', () => {
  expect(defaultUserAgent('1.2.3')).toBe('playbook-health/1.2.3');
});
