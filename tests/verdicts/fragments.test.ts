import { describe, expect, it } from 'vitest';
import { linkKinds } from '../../src/model/link.js';
import { judgeFragments } from '../../src/verdicts/fragments/judge-fragments.js';
import { resolveRules } from '../../src/verdicts/rule-set.js';
import { snapshotOf, type LinkSketch, type ResourceSketch } from '../support/snapshots.js';
import { hub } from './tables/row.js';

const target = `${hub}/target.html`;
const page = { url: target, page: { title: 'Target', anchors: ['intro', 'Setup', 'a%20b', '手順'] } };
const link = (fragment: string, url = target): LinkSketch => ({ url, fragment });

function missing(
  links: readonly LinkSketch[],
  others: readonly ResourceSketch[] = [page],
  { checkFragments = true, skip = [] as readonly string[], tuned = {} } = {},
) {
  const snapshot = snapshotOf({
    run: { checkFragments },
    resources: [{ url: `${hub}/from.html`, links, page: { anchors: ['here'] } }, ...others],
  });
  return [...judgeFragments(snapshot, resolveRules(tuned), { maxHops: 5, skip, tuned })];
}
const urls = (...given: Parameters<typeof missing>): string[] => missing(...given).map(({ url }) => url);

describe('missing fragments', () => {
  it('are reported once, with every link that names them', () => {
    const [found, ...rest] = missing([link('nowhere'), link('intro'), link('nowhere')]);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({
      url: `${target}#nowhere`,
      page: 2,
      verdict: { rule: 'missing-fragment', state: 'broken', level: 'warning' },
      referrers: [
        { page: 1, row: 0 },
        { page: 1, row: 2 },
      ],
    });
  });

  it.each([
    ['there', 'intro'],
    ['there in Japanese', '手順'],
    ['there under an encoded id', 'a b'],
    ['empty', ''],
    ['the top', 'top'],
    ['the top, loudly', 'TOP'],
    ['a text fragment', ':~:text=hello'],
    ['a place and a text fragment', 'intro:~:text=hello'],
    ['a route of a script', '/docs/guide'],
    ['an older route of a script', '!docs'],
  ])('%s', (_, fragment) => {
    expect(urls([link(fragment)])).toEqual([]);
  });

  it('depend on letter case', () => {
    expect(urls([link('setup')])).toEqual([`${target}#setup`]);
  });

  it.each([
    ['setup', 'Setup'],
    ['INTRO', 'intro'],
    ['nowhere', null],
  ])('name what they may mean: %s', (fragment, meant) => {
    const [found] = missing([link(fragment)]);
    expect(found?.verdict.evidence).toEqual(meant === null ? { fragment } : { fragment, meant });
    expect(found?.verdict.reason.en.endsWith(meant === null ? 'top.' : `"${meant}" is there.`)).toBe(true);
    expect(found?.verdict.reason.ja.includes(`「${meant}」ならあります。`)).toBe(meant !== null);
  });

  it('are found before a text fragment', () => {
    expect(urls([link('nowhere:~:text=hello')])).toEqual([`${target}#nowhere`]);
  });

  it('are looked for on the page itself', () => {
    expect(urls([link('here', `${hub}/from.html`), link('there', `${hub}/from.html`)])).toEqual([
      `${hub}/from.html#there`,
    ]);
  });

  it('are looked for where redirects end, and told by the address that was linked', () => {
    const old = `${hub}/old.html`;
    const moved = { url: old, location: target };
    expect(urls([link('intro', old), link('nowhere', old)], [page, moved])).toEqual([`${old}#nowhere`]);
  });

  it.each([`${target}#intro`, `${target}#`])(
    'are forgotten where a redirect names its own: %s',
    (location) => {
      const [old, older] = [`${hub}/old.html`, `${hub}/older.html`];
      const moved = [
        { url: old, location },
        { url: older, location: old },
      ];
      expect(urls([link('nowhere', old), link('nowhere', older)], [page, ...moved])).toEqual([]);
    },
  );

  it.each<[string, ResourceSketch]>([
    ['is missing itself', { url: target, status: 404, page: { anchors: [] } }],
    ['is not itself', { ...page, signals: { 'soft-404': { says: 'Page not found' } } }],
    ['is a document', { url: target, contentType: 'application/pdf', page: null }],
    ['was never asked', { url: target, outcome: { kind: 'withheld', by: 'robots', detail: '' } }],
    ['is too large to know its places', { ...page, flaw: 'too-large' }],
    ['is a page whose places were not kept', { url: target, page: { anchors: null } }],
  ])('are nothing on a target that %s', (_, other) => {
    expect(urls([link('nowhere')], [other])).toEqual([]);
  });

  it.each(linkKinds)('matter where they send a reader: %s', (kind) => {
    const leads = ['anchor', 'frame', 'refresh', 'navigation', 'sitemap', 'redirect'].includes(kind);
    expect(urls([{ url: target, fragment: 'nowhere', kind }])).toEqual(leads ? [`${target}#nowhere`] : []);
  });

  it('may be lines of Markdown, which GitHub shows with numbers, but not of other pages', () => {
    const links = ['L10', 'L5-L7', 'L5C1-L7C20', 'L', 'Lx1'].map((fragment) => link(fragment));
    const markdown = { ...page, contentType: 'text/markdown' };
    expect(urls(links, [markdown])).toEqual([`${target}#L`, `${target}#Lx1`]);
    expect(urls(links)).toHaveLength(5);
  });

  it.each<[skipped: boolean, pattern: string]>([
    [true, '^https://hub\\.example/'],
    [true, '^https:\\/\\/hub\\.example\\/target'],
    [true, '://hub\\.example/target\\.html#x$'],
    [true, '://hub\\.example/moved'],
    [true, '://hub\\.example/target\\.html$'],
    [false, '^https://other\\.example/'],
    [false, 'hub'],
    [false, '^https'],
  ])('are skipped on pages, %j, by %s', (skipped, pattern) => {
    const moved = { url: `${hub}/moved`, status: 301, location: target };
    expect(urls([link('x', moved.url)], [page, moved], { skip: [pattern] })).toEqual(
      skipped ? [] : [`${moved.url}#x`],
    );
  });

  it('are skipped by pattern, by level, and where the run did not look', () => {
    expect(urls([link('code/1'), link('x')], [page], { skip: ['^code/'] })).toEqual([`${target}#x`]);
    expect(urls([link('x')], [page], { tuned: { 'missing-fragment': { level: 'off' } } })).toEqual([]);
    expect(urls([link('x')], [page], { checkFragments: false })).toEqual([]);
  });
});
