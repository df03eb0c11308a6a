import { describe, expect, it } from 'vitest';
import { createTraps, kindOf } from '../../src/crawl/scope/traps.js';

const site = 'https://portal.example';

/** Walks pages breadth first, as long as a trap lets it; gives how many addresses passed. */
function walk(
  linksOf: (path: string) => readonly string[],
  { most = 100, until = 20_000, textOf = (path: string) => path }: Partial<WalkOptions> = {},
): number {
  const traps = createTraps(most);
  const ids = new Map([['/', 0]]);
  const waiting = ['/'];
  for (let path = waiting.shift(); path !== undefined && ids.size < until; path = waiting.shift()) {
    const from = ids.get(path) ?? 0;
    traps.note(from, site + path, textOf(path));
    for (const link of linksOf(path)) {
      if (ids.has(link) || traps.springs(ids.size, site + link, from)) continue;
      ids.set(link, ids.size);
      waiting.push(link);
    }
  }
  return ids.size;
}

interface WalkOptions {
  readonly most: number;
  readonly until: number;
  readonly textOf: (path: string) => string;
}

const numberIn = (path: string): number => Number(/\d+/.exec(path)?.[0] ?? 0);
const day = (path: string, shift: number): string => {
  const [, year = 2026, month = 11, date = 22] = /(\d+)\/(\d+)\/(\d+)/.exec(path)?.map(Number) ?? [];
  const [text = ''] = new Date(Date.UTC(year, month - 1, date + shift)).toISOString().split('T');
  return `/calendar/${text.replaceAll('-', '/')}`;
};
let sessions = 0;
const session = (): string => (++sessions * 7_919_317).toString(36);

describe('a trap', () => {
  it.each([
    ['a calendar of days', walk((path) => [day(path, -1), day(path, 1)])],
    ['a calendar of days and months', walk((path) => [-31, -1, 1, 31].map((shift) => day(path, shift)))],
    ['a page that always has a next one', walk((path) => [`/list?page=${numberIn(path) + 1}`])],
    [
      'sessions in paths',
      walk(() => ['a', 'b', 'c'].map((name) => `/s${session()}/${name}`), {
        textOf: (path) => path.slice(path.lastIndexOf('/')),
      }),
    ],
    [
      'sessions of letters alone',
      walk(() => ['a', 'b'].map((name) => `/${session().replace(/\d/g, 'x')}/${name}`), {
        textOf: (path) => path.slice(path.lastIndexOf('/')),
      }),
    ],
    ['a relative link that grows', walk((path) => [`${path}docs/`, `${path}help/`])],
  ])('%s ends', (_, passed) => {
    expect(passed).toBeGreaterThan(5);
    expect(passed).toBeLessThan(5000);
  });
});

describe('no trap', () => {
  it.each([
    [
      'ten thousand numbered pages in a tree',
      (n: number) => [10 * n + 1, 10 * n + 2, 10 * n + 7].map((to) => `/page-${to}.html`),
    ],
    [
      'a list of all, each with a next one',
      (n: number) => [...(n === 0 ? range(9000) : []), n + 1].map((to) => `/kb/KB-${to}`),
    ],
    ['words for names, each leading to the next', (n: number) => [`/guide/${words(n + 1)}`]],
  ])('%s', (_, linksOf) => {
    const numberOf = (path: string): number =>
      path.includes('/guide/') ? path.length - '/guide/'.length : numberIn(path);
    expect(walk((path) => linksOf(numberOf(path)), { until: 1500 })).toBeGreaterThanOrEqual(1500);
  });

  it('a long list with a next page and its articles, within what is allowed', () => {
    const linksOf = (path: string): readonly string[] =>
      path.startsWith('/news/') ? [] : [`/list/${numberIn(path) + 1}`, `/news/of-${words(numberIn(path))}`];
    expect(walk(linksOf, { most: 2000, until: 2000 })).toBeGreaterThanOrEqual(2000);
  });
});

describe('the kind of an address', () => {
  it.each([
    ['/2026/11/22', '/0/0/0'],
    ['/kb/KB-01528/en-us', '/kb/KB-0/en-us'],
    ['/s/8f14e45fceea167a/x', '/s/*/x'],
    ['/a?id=3f2504e0-4f89-11d3-9a0c-0305e82c3301&p=2', '/a?id=*&p=0'],
    ['/guide/teams', '/guide/teams'],
  ])('%s', (path, kind) => expect(kindOf(path)).toBe(kind));

  it('takes linear time', () => {
    const started = performance.now();
    for (const text of ['a1', 'a', '1', '-1', '1a-']) kindOf(`/${text.repeat(100_000)}`);
    createTraps(1).springs(0, `${site}${'/a'.repeat(100_000)}`, null);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}

function words(count: number): string {
  return 'a'.repeat(count);
}
