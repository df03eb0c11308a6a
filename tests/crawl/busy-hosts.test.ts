import { describe, expect, it } from 'vitest';
import { createTarget } from '../../src/crawl/targets/create-target.js';
import { createBusyHosts, type BusyHosts, type Refusal } from '../../src/crawl/hosts/busy-hosts.js';
import type { Pace } from '../../src/model/walk.js';
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

  it('is asked for as much as before if all of it is slow, and some of it hangs', async () => {
    const { took } = await walkTo(300, (index) => (index % 15 === 0 ? hang : { took: 6000 }));
    expect(took).toBeLessThan(10 * minute);
  });
});

const refusals: readonly Reply[] = [
  { status: 429 },
  { status: 503 },
  { failure: { cause: 'connection', detail: 'ECONNRESET' } },
];

const failures = refusals.slice(1);

/** Turns away what comes while it is busy with two requests. */
function busyWithTwo(refusal: Reply, statusOf: (index: number) => number = () => 200) {
  const ends: number[] = [];
  return (index: number, time: number): Reply => {
    if (ends.filter((end) => end > time).length >= 2) return refusal;
    ends.push(time + 200);
    return { took: 200, status: statusOf(index) };
  };
}

function failingEach(each: number, status = 503) {
  let asked = 0;
  return (): Reply => ({ status: ++asked % each === 0 ? status : 200 });
}

describe.each(refusals)('a host that turns away what is too much for it, by %o', (refusal) => {
  it('is asked for so few at once as it takes', async () => {
    const { outcomes } = await walkTo(500, busyWithTwo(refusal));
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

describe.each(failures)(
  'a host that turns away what is too much for it, and fails at some addresses, by %o',
  (refusal) => {
    it.each([
      ['that are scattered', (index: number) => index % 20 === 0],
      ['of one folder', (index: number) => index < 60],
    ])('%s, is not believed to fail elsewhere', async (_, isBroken) => {
      const statusOf = (index: number): number => (isBroken(index) ? 503 : 200);
      const { outcomes } = await walkTo(300, busyWithTwo(refusal, statusOf));
      const opens = outcomes.map((outcome) => outcome?.kind === 'fetched' && outcome.status === 200);
      expect(opens).toEqual(outcomes.map((_, index) => !isBroken(index)));
    });
  },
);

it.each([
  ['every address', 1, 2, 4],
  ['every address, none of which is retried', 1, 0, 4],
  ['every tenth address', 10, 2, 0.5],
])(
  'a host that fails with 503 for %s is soon asked for as much as before',
  async (_, each, retries, minutes) => {
    const statusOf = (index: number): number => (index % each === 0 ? 503 : 200);
    const { took, outcomes } = await walkTo(3000, (index) => ({ status: statusOf(index) }), retries);
    outcomes.forEach((outcome, index) => expect(outcome).toMatchObject({ status: statusOf(index) }));
    expect(took).toBeLessThan(minutes * minute);
  },
);

it.each([
  ['from the start', 0, 10_000],
  ['in the middle of a walk', 75, minute / 2],
])('a host that fails everywhere %s is not believed to be busy for long', async (_, last, longest) => {
  let asked = 0;
  const { took } = await walkTo(150, () => ({ status: asked++ < last ? 200 : 503 }));
  expect(took).toBeLessThan(longest);
});

it('a host that fails everywhere but at its robots.txt is not believed to be busy for long', async () => {
  const seeds = Array.from({ length: 150 }, (_, index) => at(`/${index}`));
  const site = Object.fromEntries(seeds.map((url) => [url, { status: 503 }]));
  const walked = await walkSite({ ...site, [at('/robots.txt')]: {} }, one({ seeds, robots: true }));
  expect(walked.took).toBeLessThan(10_000);
});

it.each([7, 8, 9, 10, 13, 20])(
  'a host that fails now and then, for one request in %d, is not asked slowly',
  async (each) => {
    const { took } = await walkTo(5000, failingEach(each));
    expect(took).toBeLessThan(minute / 2);
  },
);

it.each([2, 5])('a host of which one server in %d asks to wait is not left alone', async (each) => {
  const { outcomes } = await walkTo(300, failingEach(each, 429));
  const leftAlone = outcomes.filter((outcome) => outcome?.kind === 'withheld');
  expect(leftAlone).toEqual([]);
});

it('what is turned away now and then counts as a failure; what is too much, only until that is known', async () => {
  const failed = async (reply: (index: number, time: number) => Reply): Promise<number> => {
    const { resources } = await walkTo(300, reply);
    const attempts = [...resources.values()].flatMap((resource) => resource.attempts);
    return attempts.filter(({ result, throttled }) => result === 503 && throttled !== true).length;
  };
  expect(await failed(failingEach(20))).toBeGreaterThanOrEqual(15);
  expect(await failed(busyWithTwo({ status: 503 }))).toBeLessThanOrEqual(6);
});

it('a host that turns away what is too much for it is asked again even if nothing is retried', async () => {
  const { outcomes } = await walkTo(300, busyWithTwo({ status: 503 }), 0);
  for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 200 });
});

describe('the pace of a busy host', () => {
  const times = (count: number, act: () => unknown): unknown => Array.from({ length: count }, act).at(-1);
  const slow = (): BusyHosts => {
    const hosts = createBusyHosts(8, patience);
    hosts.answered(host, work);
    return hosts;
  };

  const requestOf = (since: number, now: number, origin = host): Refusal => {
    const target = createTarget({ id: 1, url: origin, source: null, role: 'page' });
    return { target, origin, since, now };
  };
  const hang3 = (hosts: BusyHosts, since: number, now: number) =>
    times(3, () => hosts.hung(requestOf(since, now)));

  it('is halved once for all that hung together, down to one at a time', () => {
    const hosts = slow();
    expect(hosts.hung(requestOf(0, 30_000))).toBeNull();
    expect(hosts.hung(requestOf(0, 30_000))).toBeNull();
    expect(hosts.hung(requestOf(0, 30_000))).toEqual({ atOnce: 4, gap: 0 });
    expect(hosts.hung(requestOf(10, 30_010))).toBeNull();
    expect(hosts.hung(requestOf(30_000, 60_000))).toEqual({ atOnce: 2, gap: 0 });
    expect(hosts.hung(requestOf(60_000, 90_000))).toEqual({ atOnce: 1, gap: 0 });
    expect(hosts.hung(requestOf(90_000, 120_000))).toBeNull();
  });

  it('stays the same where the last answer was quick, or none came', () => {
    const hosts = slow();
    hosts.answered(host, 100);
    expect(hang3(hosts, 0, 30_000)).toBeNull();
    expect(hosts.hung(requestOf(0, 30_000, 'https://other.example'))).toBeNull();
  });

  it.each([
    ['quick', 100, 8],
    ['slow', work, 32],
  ])('is doubled again after some %s answers in a row', (_, took, count) => {
    const hosts = slow();
    hang3(hosts, 0, 30_000);
    expect(times(count - 1, () => hosts.answered(host, took))).toBeNull();
    expect(hosts.answered(host, took)).toEqual({ atOnce: 8, gap: 0 });
    expect(times(50, () => hosts.answered(host, took))).toBeNull();
  });

  /** Turns away at `time` what was asked for a millisecond before. */
  const refuser = (hosts: BusyHosts, isClear = false) => {
    let now = 0;
    return (): Pace | null => hosts.refused(requestOf(now, ++now), isClear);
  };

  it('has growing gaps where even one at a time is turned away, until that seems to be in vain', () => {
    const hosts = createBusyHosts(2, patience);
    hosts.answered(host, 100);
    const refuse = refuser(hosts);
    expect(times(5, () => refuse())).toBeNull();
    const gaps = Array.from({ length: 6 }, () => refuse()?.gap);
    expect(gaps).toEqual([0, 125, 250, 500, 1000, undefined]);
    expect(times(9, () => refuse())).toEqual({ atOnce: 2, gap: 0 });
    expect(times(80, () => refuse())).toBeNull();
    expect(times(6, () => refuse())).toEqual({ atOnce: 1, gap: 0 });
  });

  it('has no gaps where the host has never answered', () => {
    const refuse = refuser(createBusyHosts(2, patience));
    const gaps = Array.from({ length: 16 }, () => refuse()?.gap).filter((gap) => gap !== undefined);
    expect(gaps).toEqual([0, 0]);
  });

  it('stays the same where an address is turned away that was turned away at this pace before', () => {
    const hosts = createBusyHosts(8, patience);
    const request = requestOf(0, 1);
    expect(times(20, () => hosts.refused(request, false))).toBeNull();
  });

  it('is halved as soon as the host says that it is asked for too much', () => {
    const refuse = refuser(createBusyHosts(8, patience), true);
    expect(refuse()).toEqual({ atOnce: 4, gap: 0 });
  });
});
