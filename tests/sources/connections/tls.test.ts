import { readFileSync } from 'node:fs';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { faults, startFaultServer, type FaultServer } from '../../support/fault-server.js';
import { get, openWeb } from '../../support/open-web.js';
import type { Limits } from '../../../src/model/config.js';
import type { WebOptions, Web } from '../../../src/sources/web.js';

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
const authorities = [fixture('ca.pem')];

const servers: FaultServer[] = [];
const webs: Web[] = [];
afterEach(async () => {
  await Promise.all(webs.splice(0).map((web) => web.close()));
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
});

async function serveWith(certificate: string): Promise<string> {
  const server = await startFaultServer(faults, { key: fixture('server.key'), cert: fixture(certificate) });
  servers.push(server);
  return `${server.origin}/fine`;
}

function open(options: Partial<WebOptions>, limits: Partial<Limits> = {}): Web {
  const web = openWeb({ limits }, options);
  webs.push(web);
  return web;
}

describe('TLS', () => {
  it.each([
    ['expired.pem', authorities, 'CERT_HAS_EXPIRED'],
    ['self-signed.pem', authorities, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['wrong-host.pem', authorities, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['good.pem', [], 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ])('refuses %s', async (certificate, trusted, detail) => {
    const url = await serveWith(certificate);
    const { outcome } = await get(open({ authorities: trusted }), url);
    expect(outcome).toEqual({ kind: 'failed', cause: 'tls', detail });
    expect((await get(open({ insecure: true }), url)).outcome).toMatchObject({ status: 200 });
  });

  it.each([
    [['localhost'], 200, null],
    [['LOCALHOST', 'intranet.example'], 200, null],
    [['127.0.0.1'], null, 200],
    [['intranet.example'], null, null],
    [[], null, null],
  ])('lets pass only the hosts that are named: %j', async (insecure, byName, byAddress) => {
    const url = new URL(await serveWith('self-signed.pem'));
    const web = open({ insecure });
    const statusAt = async (hostname: string): Promise<number | null> => {
      url.hostname = hostname;
      const { outcome } = await get(web, url.href);
      return outcome.kind === 'fetched' ? outcome.status : null;
    };
    expect([await statusAt('localhost'), await statusAt('127.0.0.1')]).toEqual([byName, byAddress]);
  });

  it.each([
    ['expired.pem', 'CERT_HAS_EXPIRED'],
    ['wrong-host.pem', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('refuses %s however often it is asked', async (certificate, detail) => {
    const url = await serveWith(certificate);
    const web = open({ authorities }, { connectTimeout: 500 });
    for (const path of ['', '?second', '?third']) {
      const { outcome } = await get(web, url + path);
      expect(outcome).toEqual({ kind: 'failed', cause: 'tls', detail });
    }
  });

  it('notices a port that speaks plain HTTP', async () => {
    const plain = await startFaultServer();
    servers.push(plain);
    const { outcome } = await get(open({}), `${plain.origin.replace('http:', 'https:')}/fine`);
    expect(outcome).toMatchObject({ kind: 'failed', cause: 'tls', detail: 'ERR_SSL_WRONG_VERSION_NUMBER' });
  });

  it('accepts a good certificate, and tells its end only if that is near', async () => {
    const url = await serveWith('good.pem');
    const now = await get(open({ authorities }), url);
    expect(now.outcome).toMatchObject({ status: 200, flaw: null });
    expect(now.outcome).not.toHaveProperty('headers.x-certificate-expires');
    const lastDays = await get(open({ authorities, now: () => Date.UTC(2119, 11, 20) }), url);
    expect(lastDays.outcome).toHaveProperty('headers.x-certificate-expires', '2120-01-01T00:00:00.000Z');
  });
});
