import { describe, expect, it } from 'vitest';
import { createBusyHosts } from '../../src/crawl/hosts/busy-hosts.js';
import { walkSite, type Reply, type Site } from '../support/fake-web.js';
import { at, one } from './one-portal.js';

const patience = 30_000;
const work = 5000;
const host = 'https://busy.example';
const hang: Reply = { took: patience, failure: { cause: 'timeout', detail: 'headers' } };

function after(milliseconds: number): Reply {
  return milliseconds > patience ? hang : { took: milliseconds };
}

async function walkTo(count: number, reply: (index: number, time: number) => Reply) {
  const urls = Array.from({ length: count }, (_, index) => `${host}/${index}`);
  const site: Site = {
    [at('/')]: { links: urls },
    ...Object.fromEntries(urls.map((url, index) => [url, (_: unknown, time: number) => reply(index, time)])),
  };
  const walked = await walkSite(site, one());
  return { ...walked, outcomes: urls.map((url) => walked.resources.get(url)?.outcome) };
}

describe('a host that does one thing after the other', () => {
  it('is asked for fewer at once, so that all of its answers come in time', async () => {
    let busyUntil = 0;
    const { outcomes } = await walkTo(40, (_, time) => {
      busyUntil = Math.max(busyUntil, time) + work;
      return after(busyUntil - time);
    });
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 200 });
  });

  it('is asked for fewer at once also if none of its answers came in time', async () => {
    const since: number[] = [];
    const { outcomes } = await walkTo(40, (_, time) => {
      const others = since.filter((start) => time - start < patience).length;
      since.push(time);
      return others > 4 ? hang : after((others + 1) * work);
    });
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 200 });
  });
});

it('a host that answers quickly is asked for as many at once as before, whatever hangs there', async () => {
  const { took } = await walkTo(80, (index) => (index % 2 === 0 ? hang : { took: 50 }));
  expect(took).toBeLessThan(15 * 60_000);
});

describe('what a busy host is asked for', () => {
  const asked = (): ReturnType<typeof createBusyHosts> => {
    const hosts = createBusyHosts(8, patience);
    hosts.answered(host, work);
    return hosts;
  };

  it('is halved for all that hung together, down to one at a time', () => {
    const hosts = asked();
    expect(hosts.hung(host, 0, 30_000)).toBe(4);
    expect(hosts.hung(host, 10, 30_010)).toBeNull();
    expect(hosts.hung(host, 30_000, 60_000)).toBe(2);
    expect(hosts.hung(host, 60_000, 90_000)).toBe(1);
    expect(hosts.hung(host, 90_000, 120_000)).toBeNull();
  });

  it('stays the same where the last answer was quick, or none came', () => {
    const hosts = asked();
    hosts.answered(host, 100);
    expect(hosts.hung(host, 0, 30_000)).toBeNull();
    expect(hosts.hung('https://other.example', 0, 30_000)).toBeNull();
  });
});
