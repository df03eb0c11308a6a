import { describe, expect, it } from 'vitest';
import { crawl } from '../../src/app/crawl.js';
import { nameRun } from '../../src/app/runs/run-id.js';
import { openStore } from '../../src/store/store.js';
import { linking, serveSite } from '../support/small-site.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { configOf, quietWorld } from '../support/world.js';

const hour = 3_600_000;

describe('a clock that was set back', () => {
  it('neither loses the run just made nor makes it look like the first', async () => {
    const site = await serveSite({ '/': linking('/gone') });
    const config = configOf(site.origin, temporaryFolder(), { keep: 1 });
    const walk = (now: () => number) => crawl({ config, language: 'en', all: false }, quietWorld({ now }));
    await walk(Date.now);
    const { report, isNews } = await walk(() => Date.now() - hour);
    expect(
      openStore(config.store)
        .runs()
        .map(({ id }) => id),
    ).toEqual([report.run.id]);
    expect(report.findings.map(({ past }) => past?.nights)).toEqual([2]);
    expect(isNews).toBe(false);
  });
});

describe('the name of a run', () => {
  const random = (): number => 0;
  const start = Date.UTC(2026, 10, 22, 8, 15);

  it.each([
    ['the first of a store', null, '20261122T081500000Z-0000'],
    ['after an earlier one', '20261121T081500000Z-ffff', '20261122T081500000Z-0000'],
    ['after one of a later time', '20261122T091500999Z-ffff', '20261122T091501000Z-0000'],
    ['after one of the same millisecond', '20261122T081500000Z-0000', '20261122T081500001Z-0000'],
    ['after a file of another name', 'zebra', '20261122T081500000Z-0000'],
  ])('sorts last: %s', (_, last, name) => {
    expect(nameRun(start, random, last)).toBe(name);
  });
});
