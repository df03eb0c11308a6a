import { expect, test } from 'vitest';
import { trails } from '../../../src/findings/trails/trails.js';
import { snapshotOf, type ResourceSketch } from '../../support/snapshots.js';

test('a link on a page that a navigation lists reads as partners name it', () => {
  const snapshot = snapshotOf({
    sources: [{ id: 'hub', title: 'FastTrack Playbook' }],
    resources: [
      {
        url: 'https://hub/',
        role: 'seed',
        source: 'hub',
        title: 'Welcome',
        links: [{ url: 'https://hub/toc.html', kind: 'navigation' }],
      },
      {
        url: 'https://hub/toc.html',
        source: 'hub',
        links: [
          { url: 'https://hub/a.html', kind: 'navigation', text: 'A' },
          {
            url: 'https://hub/workshops.html',
            kind: 'navigation',
            text: 'Services Workshops',
            headings: ['Resource'],
          },
        ],
      },
      {
        url: 'https://hub/workshops.html',
        source: 'hub',
        title: 'Services Workshops | Playbook',
        page: { heading: 'Services Workshops' },
        links: [
          {
            url: 'https://docs/missing.pptx',
            text: 'Compliance Score Workshop',
            headings: ['Services Workshops', 'Microsoft Information Protection (MIP)'],
          },
        ],
      },
    ],
  });
  expect(trails(snapshot).to(5)).toEqual([
    {
      url: 'https://hub/workshops.html',
      place: ['FastTrack Playbook', 'Resource', 'Services Workshops'],
      headings: ['Microsoft Information Protection (MIP)'],
      text: 'Compliance Score Workshop',
    },
  ]);
  expect(trails(snapshot).to(3)).toEqual([
    {
      url: 'https://hub/toc.html',
      place: ['FastTrack Playbook'],
      headings: ['Resource'],
      text: 'Services Workshops',
    },
  ]);
  expect(trails(snapshot).to(1)).toEqual([]);
});

test('a page is named by its breadcrumb, under the name of its source', () => {
  const snapshot = snapshotOf({
    sources: [{ id: 'community', title: 'Specialty Partner Community' }],
    resources: [
      {
        url: 'https://c/',
        role: 'seed',
        source: 'community',
        title: 'Home',
        page: { breadcrumb: ['Specialty  Partner Community', 'Knowledge'] },
        links: [{ url: 'https://c/x', text: 'X', headings: ['KNOWLEDGE', 'Decks'] }],
      },
    ],
  });
  expect(trails(snapshot).to(2)).toEqual([
    {
      url: 'https://c/',
      place: ['Specialty Partner Community', 'Knowledge'],
      headings: ['Decks'],
      text: 'X',
    },
  ]);
});

test.each([
  ['the fullest', ['z', 'more'], ['z']],
  ['the first by URL among equally full ones', ['z'], ['a']],
])('a page that several navigations list is named by %s', (_, longer, [named]) => {
  const menu = (name: string, targets: readonly string[]): ResourceSketch => ({
    url: `https://hub/${name}/`,
    title: name,
    links: targets.map((target) => ({
      url: `https://hub/${target}`,
      text: target,
      headings: [name],
      kind: 'navigation',
    })),
  });
  const menus = [menu('a', ['page']), menu('z', longer.with(0, 'page')), menu('m', ['page'])];
  const page = { url: 'https://hub/page', role: 'seed', links: [{ url: 'https://hub/gone' }] } as const;
  for (const resources of [menus, menus.toReversed()]) {
    const [step] = trails(snapshotOf({ resources: [page, ...resources] })).to(5);
    expect(step?.place).toEqual([named, 'page']);
  }
});

test('a table of contents that is listed in another stands under it, and circles end', () => {
  const toc = (url: string, links: readonly (readonly [string, string])[]) => ({
    url,
    source: 'hub',
    links: links.map(([target, text]) => ({ url: target, text, kind: 'navigation' as const })),
  });
  const snapshot = snapshotOf({
    sources: [{ id: 'hub', title: 'Hub' }],
    resources: [
      { ...toc('https://h/toc.html', [['https://h/r/toc.html', 'Resource']]), role: 'seed' },
      toc('https://h/r/toc.html', [
        ['https://h/r/p.html', 'Workshops'],
        ['https://h/toc.html', 'Up'],
      ]),
      { url: 'https://h/r/p.html', source: 'hub', title: 'P', links: [{ url: 'https://d/x', text: 'X' }] },
    ],
  });
  const trail = trails(snapshot).to(4);
  expect(trail.map(({ url }) => url)).toEqual(['https://h/r/p.html']);
  expect(trail[0]?.place).toEqual(['Hub', 'Resource', 'Workshops']);
});

test('a person follows no sitemap where there is another way, however long', () => {
  const snapshot = snapshotOf({
    resources: [
      {
        url: 'https://a/sitemap.xml',
        role: 'seed',
        links: [
          { url: 'https://a/c', kind: 'sitemap' },
          { url: 'https://a/d', kind: 'sitemap' },
        ],
      },
      { url: 'https://a/', role: 'seed', title: 'A', links: [{ url: 'https://a/b', text: 'B' }] },
      { url: 'https://a/b', title: 'B', links: [{ url: 'https://a/c', text: 'C' }] },
    ],
  });
  const { to } = trails(snapshot);
  expect(to(4).map(({ text }) => text)).toEqual(['B', 'C']);
  expect(to(5).map(({ url }) => url)).toEqual(['https://a/sitemap.xml']);
});

test('of an endless way only the end is shown, without following all of it again and again', () => {
  const pages = Array.from({ length: 3000 }, (_, index) => ({
    url: `https://a/${index}`,
    ...(index === 0 ? { role: 'seed' as const } : {}),
    links: [
      { url: `https://a/${index + 1}`, text: `to ${index + 1}`, kind: 'navigation' as const },
      `https://d/${index}`,
    ],
  }));
  const { to } = trails(snapshotOf({ resources: pages }));
  for (let id = 1; id < 3000; id++) expect(to(id).length).toBeLessThanOrEqual(50);
});
