import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { acceptFinding } from '../../../src/app/accept-finding.js';
import type { FullConfig } from '../../../src/app/context/config.js';
import { crawl } from '../../../src/app/crawl.js';
import { keepBaseline } from '../../../src/app/keep-baseline.js';
import { linking, serveSite } from '../../support/small-site.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { configOf, nextNight } from '../../support/world.js';

let folder: string;
let dead: string;
let pages: Record<string, string>;
let config: (rest?: Record<string, unknown>) => FullConfig;
beforeEach(async () => {
  folder = temporaryFolder();
  const host = await serveSite({});
  await host.close();
  dead = host.origin;
  pages = { '/': linking(`${dead}/a`, `${dead}/b`) };
  const { origin } = await serveSite(pages);
  config = (rest = {}) => configOf(origin, join(folder, 'store'), { probes: false, ...rest });
});

const night = async (rest: Record<string, unknown>): Promise<number> =>
  (await crawl({ config: config(rest), language: 'en', all: false }, nextNight())).exitCode;

it('a further link to a host that is down is new where only one led there before, but not for having been hidden', async () => {
  const failing = { failOn: 'new-broken' };
  pages['/'] = linking(`${dead}/a`);
  await night(failing);
  const baseline = join(folder, 'baseline.json');
  keepBaseline(config(), baseline);
  expect(await night(failing)).toBe(0);
  pages['/'] = linking(`${dead}/a`, `${dead}/b`);
  expect([await night(failing), await night(failing), await night({ ...failing, baseline })]).toEqual([
    1, 0, 1,
  ]);
  pages['/'] = linking(`${dead}/a`);
  expect(await night(failing)).toBe(0);
  pages['/'] = linking(`${dead}/a`, `${dead}/b`);
  expect(await night(failing)).toBe(0);
});

it.each<[string, () => Record<string, unknown>, number]>([
  ['new to nobody', () => ({ failOn: 'new-broken' }), 0],
  ['as confirmed as before', () => ({ confirm: 2 }), 1],
  [
    'in the baseline',
    () => {
      const baseline = join(folder, 'baseline.json');
      keepBaseline(config(), baseline);
      return { failOn: 'new-broken', baseline };
    },
    0,
  ],
  [
    'accepted',
    () => {
      const known = join(folder, 'known.yaml');
      const said = { reason: 'retired', owner: undefined, until: undefined, today: '2026-11-22' };
      acceptFinding({ config: config({ known }), finding: dead, folder: 'file:///', ...said });
      return { known };
    },
    0,
  ],
])('a host that is down is %s also when all links there are gone but one', async (_, settle, code) => {
  await night({ confirm: 2 });
  expect(await night({ failOn: 'new-broken' })).toBe(0);
  const rest = settle();
  pages['/'] = linking(`${dead}/a`);
  expect(await night(rest)).toBe(code);
});
