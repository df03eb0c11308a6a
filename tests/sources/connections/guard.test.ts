import { describe, expect, it } from 'vitest';
import { createGuard } from '../../../src/sources/connections/guard.js';
import { isPrivateHost } from '../../../src/sources/connections/private-address.js';
import { startFaultServer } from '../../support/fault-server.js';
import { get, openWeb } from '../../support/open-web.js';

const hostOf = (url: string): string => new URL(url).hostname;

describe('private hosts', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://0.0.0.0/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://168.63.129.16/',
    'http://100.64.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::1]/',
    'http://[::]/',
    'http://[fe80::1]/',
    'http://[fd00:ec2::254]/',
    'http://[ff02::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a00:1]/',
    'http://[64:ff9b::10.0.0.1]/',
    'http://[2002:7f00:1::]/',
    'http://localhost/',
    'http://LOCALHOST./',
    'http://a.localhost/',
  ])('%s is', (url) => expect(isPrivateHost(hostOf(url))).toBe(true));

  it.each([
    'http://example.com/',
    'http://localhost.example.com/',
    'http://mylocalhost/',
    'http://8.8.8.8/',
    'http://172.32.0.1/',
    'http://[2606:4700::1111]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[64:ff9b::808:808]/',
    'http://10.0.0.1.example.com/',
  ])('%s is not', (url) => expect(isPrivateHost(hostOf(url))).toBe(false));
});

describe('the guard', () => {
  it('trusts what a seed names, and no more', () => {
    const guard = createGuard(['https://portal.example/', 'http://10.0.0.5:8080/'], false);
    expect(guard.trusts('portal.example', '443')).toBe(true);
    expect(guard.trusts('portal.example', '6379')).toBe(false);
    expect(guard.trusts('10.0.0.5', '9000')).toBe(true);
    expect(guard.forbids('10.0.0.6')).toBe(true);
    expect(guard.forbids('127.0.0.1')).toBe(true);
    expect(guard.forbids('93.184.216.34')).toBe(false);
  });

  it('opens this machine only to runs that never leave it', () => {
    expect(createGuard(['http://localhost:1/', 'http://[::1]/'], false).forbids('127.0.0.2')).toBe(false);
    expect(createGuard(['http://localhost:1/', 'http://[::1]/'], false).forbids('10.0.0.1')).toBe(true);
    expect(createGuard(['http://localhost:1/', 'https://example.com/'], false).forbids('127.0.0.2')).toBe(
      true,
    );
    expect(createGuard([], false).forbids('127.0.0.1')).toBe(true);
    expect(createGuard([], true).forbids('127.0.0.1')).toBe(false);
  });

  it('refuses addresses and names that lead inside, whatever the spelling', async () => {
    const server = await startFaultServer();
    const { port } = new URL(server.origin);
    const web = openWeb({ sources: [{ id: 'public', seeds: ['https://example.com/'] }] });
    for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433']) {
      const { outcome } = await get(web, `http://${host}:${port}/fine`);
      expect(outcome).toEqual({ kind: 'failed', cause: 'connection', detail: 'PRIVATE_ADDRESS' });
    }
    expect(server.connections()).toBe(0);
    await web.close();
    await server.close();
  });

  it('lets a run on this machine go from one of its names to another', async () => {
    const server = await startFaultServer();
    const { port } = new URL(server.origin);
    const web = openWeb({ sources: [{ id: 'here', seeds: [server.origin] }] });
    expect((await get(web, `http://localhost:${port}/fine`)).outcome).toMatchObject({ status: 200 });
    await web.close();
    await server.close();
  });
});
