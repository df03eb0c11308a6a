import { describe, expect, it } from 'vitest';
import { createBusyHosts, type BusyHosts } from '../../src/crawl/hosts/busy-hosts.js';
import { walkSite, type Reply, type Site } from '../support/fake-web.js';
import { at, one } from './one-portal.js';

const patience = 30_000;
const work = 5000;
const minute = 60_000;
const host = 'https://busy.example';
const hang: Reply = { took: patience, failure: { cause: 'timeout', detail: 'headers' } };

async function walkTo(count: number, reply: (index: number, time: number) => Reply, retries = 2) {
  const urls = Array.from({ length: count }, (_, index) => `${host}/${index}`);
  const site: Site = {
    [at('/')]: { links: urls },
    ...Object.fromEntries(urls.map((url, index) => [url, (_: unknown, time: number) => reply(index, time)])),
  };
  const walked = await walkSite(site, one({}, { limits: { retries } }));
  return { ...walked, outcomes: urls.map((url) => walked.resources.get(url)?.outcome) };
}

function inTime(took: number): Reply {
  return took > patience ? hang : { took };
}

describe('a host that has too much to do to answer in time', () => {
  it('is asked for less if it does one thing after the other', async () => {
    let busyUntil = 0;
    const { outcomes } = await walkTo(40, (_, time) => {
      busyUntil = Math.max(busyUntil, time) + work;
      return inTime(busyUntil - time);
    });
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 200 });
  });

  it('is asked for less also if nothing came in time', async () => {
    const begun: number[] = [];
    const { outcomes } = await walkTo(40, (_, time) => {
      const others = begun.filter((start) => time - start < patience).length;
      begun.push(time);
      return others > 4 ? hang : inTime((others + 1) * work);
    });
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 200 });
  });

  it('is asked for as much as before if it is quick, whatever hangs there', async () => {
    const { took } = await walkTo(80, (index) => (index % 2 === 0 ? hang : { took: 50 }));
    expect(took).toBeLessThan(15 * minute);
  });
});

const refusals: readonly Reply[] = [
  { status: 429 },
  { status: 503 },
  { failure: { cause: 'connection', detail: 'ECONNRESET' } },
];

describe.each(refusals)('a host that turns away what is too much for it, by %o', (refusal) => {
  it('is asked for so few at once as it takes', async () => {
    const ends: number[] = [];
    const { outcomes } = await walkTo(500, (_, time) => {
      if (ends.filter((end) => end > time).length >= 2) return refusal;
      ends.push(time + 200);
      return { took: 200 };
    });
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 200 });
  });

  it('is asked as rarely as it takes', async () => {
    let level = 0;
    let last = 0;
    const { outcomes, took } = await walkTo(500, (_, time) => {
      level = Math.max(0, level - ((time - last) / 1000) * 5);
      last = time;
      if (level > 10) return refusal;
      level++;
      return {};
    });
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 200 });
    expect(took).toBeLessThan(2.5 * minute);
  });
});

it.each([
  ['every address', 1, 2],
  ['every address, none of which is retried', 1, 0],
  ['every tenth address', 10, 2],
])('a host that fails with 503 for %s is soon asked for as much as before', async (_, each, retries) => {
  const statusOf = (index: number): number => (index % each === 0 ? 503 : 200);
  const { took, outcomes } = await walkTo(3000, (index) => ({ status: statusOf(index) }), retries);
  outcomes.forEach((outcome, index) => expect(outcome).toMatchObject({ status: statusOf(index) }));
  expect(took).toBeLessThan(4 * minute);
});

it.each([5, 10, 20])(
  'a host that fails now and then, for one request in %d, is not asked slowly for long',
  async (each) => {
    let asked = 0;
    const { took } = await walkTo(5000, () => ({ status: ++asked % each === 0 ? 503 : 200 }));
    expect(took).toBeLessThan(4 * minute);
  },
);

describe('the pace of a busy host', () => {
  const times = (count: number, act: () => unknown): unknown => Array.from({ length: count }, act).at(-1);
  const slow = (): BusyHosts => {
    const hosts = createBusyHosts(8, patience);
    hosts.answered(host, work, false);
    return hosts;
  };

  it('is halved once for all that hung together, down to one at a time', () => {
    const hosts = slow();
    expect(hosts.hung(host, 0, 30_000)).toEqual({ atOnce: 4, gap: 0 });
    expect(hosts.hung(host, 10, 30_010)).toBeNull();
    expect(hosts.hung(host, 30_000, 60_000)).toEqual({ atOnce: 2, gap: 0 });
    expect(hosts.hung(host, 60_000, 90_000)).toEqual({ atOnce: 1, gap: 0 });
    expect(hosts.hung(host, 90_000, 120_000)).toBeNull();
  });

  it('stays the same where the last answer was quick, or none came', () => {
    const hosts = slow();
    hosts.answered(host, 100, false);
    expect(hosts.hung(host, 0, 30_000)).toBeNull();
    expect(hosts.hung('https://other.example', 0, 30_000)).toBeNull();
  });

  it('is doubled again after some quick answers in a row', () => {
    const hosts = slow();
    hosts.hung(host, 0, 30_000);
    expect(times(7, () => hosts.answered(host, 100, false))).toBeNull();
    expect(hosts.answered(host, 100, false)).toEqual({ atOnce: 8, gap: 0 });
    expect(times(50, () => hosts.answered(host, 100, false))).toBeNull();
  });

  it('has growing gaps where even one at a time is turned away, until that seems to be in vain', () => {
    const hosts = createBusyHosts(2, patience);
    let time = 0;
    const refuse = (wasRefused: boolean) => hosts.refused(host, time, ++time, wasRefused);
    const gaps = Array.from({ length: 6 }, () => refuse(false)?.gap);
    expect(gaps).toEqual([0, 125, 250, 500, 1000, undefined]);
    expect(times(19, () => refuse(true))).toEqual({ atOnce: 2, gap: 0 });
    expect(refuse(false)).toBeNull();
  });
});
