import { describe, expect, it } from 'vitest';
import type { Outcome, Withholding } from '../../src/model/resource.js';
import { judge } from '../../src/verdicts/judge.js';
import type { RuleOptions } from '../../src/verdicts/define.js';
import { resolveRules, resolveSurveys } from '../../src/verdicts/rule-set.js';
import { survey } from '../../src/verdicts/surveys/survey.js';
import { versionedName } from '../../src/verdicts/surveys/version-marks.js';
import { snapshotOf, type LinkSketch, type ResourceSketch } from '../support/snapshots.js';
import { hub } from './tables/row.js';

const type = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

function surveyed(resources: readonly ResourceSketch[], options: RuleOptions = {}): Record<string, string[]> {
  const snapshot = snapshotOf({ resources });
  const verdicts = survey(snapshot, resolveSurveys(options));
  return Object.fromEntries(
    [...verdicts].map(([id, said]) => [
      snapshot.resource(id)!.url.replace(hub, ''),
      said.map(({ rule }) => rule),
    ]),
  );
}

function document(
  path: string,
  headers: Record<string, string> = {},
  length: number | null = 50_000,
): ResourceSketch {
  return {
    url: new URL(path, hub).href,
    page: null,
    outcome: {
      kind: 'fetched',
      status: 200,
      location: null,
      contentType: type,
      length,
      bytes: 4096,
      flaw: null,
      headers,
    },
  };
}

describe('same-document', () => {
  const both = ['same-document'];
  it.each<[string, ResourceSketch[], Record<string, string[]>]>([
    [
      'one tag and length',
      [document('/a.pptx', { etag: '"1"' }), document('/b.pptx', { etag: '"1"' })],
      { '/a.pptx': both, '/b.pptx': both },
    ],
    [
      'one name, length and date',
      [document('/a/x.pptx', { 'last-modified': 'Mon' }), document('/b/X.pptx', { 'last-modified': 'Mon' })],
      { '/a/x.pptx': both, '/b/X.pptx': both },
    ],
    [
      'a weak tag',
      [document('/a.pptx', { etag: 'W/"1"' }), document('/b.pptx', { etag: '"1"' })],
      { '/a.pptx': both, '/b.pptx': both },
    ],
    ['one document', [document('/a.pptx', { etag: '"1"' })], {}],
    ['other tags', [document('/a.pptx', { etag: '"1"' }), document('/b.pptx', { etag: '"2"' })], {}],
    [
      'another length',
      [document('/a.pptx', { etag: '"1"' }), document('/b.pptx', { etag: '"1"' }, 9999)],
      {},
    ],
    [
      'no length',
      [document('/a.pptx', { etag: '"1"' }, null), document('/b.pptx', { etag: '"1"' }, null)],
      {},
    ],
    ['tiny files', [document('/a.pptx', { etag: '"1"' }, 10), document('/b.pptx', { etag: '"1"' }, 10)], {}],
    ['one name and length', [document('/a/x.pptx'), document('/b/x.pptx')], {}],
    [
      'other names, one date',
      [document('/x.pptx', { 'last-modified': 'Mon' }), document('/y.pptx', { 'last-modified': 'Mon' })],
      {},
    ],
    [
      'pages',
      [
        { url: `${hub}/a`, title: 'A', headers: { etag: '"1"' } },
        { url: `${hub}/b`, title: 'A', headers: { etag: '"1"' } },
      ],
      {},
    ],
    [
      'one that is missing',
      [document('/a.pptx', { etag: '"1"' }), { url: `${hub}/b.pptx`, status: 404, page: null }],
      {},
    ],
  ])('%s', (_, resources, said) => {
    expect(surveyed(resources)).toEqual(said);
  });
});

describe('older-version', () => {
  const old = ['older-version'];
  it.each<[string, string[], Record<string, string[]>]>([
    [
      'numbers',
      ['/deck-v1.pptx', '/deck-v2.pptx', '/deck_v10.pptx'],
      { '/deck-v1.pptx': old, '/deck-v2.pptx': old },
    ],
    ['dates', ['/deck_202105.pptx', '/deck_202211.pptx'], { '/deck_202105.pptx': old }],
    [
      'Japanese dates',
      ['/資料(2021年5月更新).pptx', '/資料(2022年11月更新).pptx'].map(encodeURI),
      { [encodeURI('/資料(2021年5月更新).pptx')]: old },
    ],
    [
      'telling names in two folders',
      ['/2021/Compliance-Score-Workshop-v1.pptx', '/2022/Compliance-Score-Workshop-v2.pptx'],
      { '/2021/Compliance-Score-Workshop-v1.pptx': old },
    ],
    ['one version', ['/deck-v1.pptx'], {}],
    ['one version twice', ['/deck-v1.pptx', '/DECK_v1.pptx'], {}],
    ['other languages', ['/deck-ja-v1.pptx', '/deck-en-v2.pptx'], {}],
    ['other formats', ['/deck-v1.pptx', '/deck-v2.docx'], {}],
    ['fiscal years', ['/fy20-deck.pptx', '/fy21-deck.pptx'], {}],
    ['product years', ['/Exchange-Server-2010.pptx', '/Exchange-Server-2016.pptx'], {}],
    ['other documents', ['/deck-v1.pptx', '/guide-v2.pptx'], {}],
    ['short names in two folders', ['/word/guide-v1.pptx', '/excel/guide-v2.pptx'], {}],
    ['words with a v', ['/dev1.pptx', '/dev2.pptx'], {}],
  ])('%s', (_, paths, said) => {
    expect(surveyed(paths.map((path) => document(path)))).toEqual(said);
  });

  it('counts a version that lies at several addresses once', () => {
    const resources = ['/deck-v1.pptx', '/DECK_v1.pptx', '/deck-v2.pptx'].map((path) => document(path));
    const [said] = survey(snapshotOf({ resources }), resolveSurveys({})).values();
    expect(said?.[0]?.reason.en).toMatch(/^Links lead to 2 versions of this document/);
  });

  it.each([
    ['deck-v1.pptx', 'deck.pptx'],
    ['Deck v2.1 (JP).pptx', 'deck jp.pptx'],
    ['deck_20210531.pptx', 'deck.pptx'],
    ['deck12345678202105.pptx', null],
    ['fy20-deck.pptx', null],
  ])('%s without its version is %s', (name, stem) => {
    expect(versionedName(name)?.stem ?? null).toBe(stem);
  });
});

describe('english-link', () => {
  const page = (path: string, links: LinkSketch[] = [], language: string | null = null): ResourceSketch => ({
    url: hub + path,
    page: { title: path, language },
    links,
  });
  const link = (path: string, text = 'ガイド'): LinkSketch => ({ url: hub + path, text });
  const twins = [page('/en-us/a'), page('/ja-jp/a')];
  const from = '/ja-jp/from';
  it.each<[string, ResourceSketch[], string[]]>([
    ['its English sibling', [page(from, [link('/en-us/a')]), ...twins], [from]],
    ['by short folders', [page('/ja/from', [link('/en/a')]), page('/en/a'), page('/ja/a')], ['/ja/from']],
    [
      'of a document',
      [page(from, [link('/deck-en.pptx')]), document('/deck-en.pptx'), document('/deck-jp.pptx')],
      [from],
    ],
    ['by what the page says of itself', [page('/guide', [link('/en-us/a')], 'ja'), ...twins], ['/guide']],
    ['no Japanese twin', [page(from, [link('/en-us/b')]), page('/en-us/b')], []],
    [
      'a broken Japanese twin',
      [page(from, [link('/en-us/a')]), page('/en-us/a'), { ...page('/ja-jp/a'), status: 404 }],
      [],
    ],
    ['on purpose', [page(from, [link('/en-us/a', '英語版')]), ...twins], []],
    ['on purpose, in English', [page(from, [link('/en-us/a', 'Guide (English)')]), ...twins], []],
    [
      'the language switch of the page itself',
      [page('/ja-jp/a', [link('/en-us/a', '切り替え')]), page('/en-us/a')],
      [],
    ],
    ['the Japanese sibling', [page(from, [link('/ja-jp/a')]), ...twins], []],
    ['an English page', [page('/en-us/from', [link('/en-us/a')]), ...twins], []],
    ['an alternate', [page(from, [{ url: `${hub}/en-us/a`, kind: 'alternate' }]), ...twins], []],
  ])('%s', (_, resources, said) => {
    expect(Object.keys(surveyed(resources))).toEqual(said);
  });

  it('is laid beside what the rules say', () => {
    const snapshot = snapshotOf({
      resources: [{ ...page(from, [link('/en-us/a')]), status: 404 }, ...twins],
    });
    const surveyed = survey(snapshot, resolveSurveys({}));
    const [judged] = judge(snapshot, resolveRules({}), { maxHops: 5, surveyed });
    expect(judged?.verdicts.map(({ rule }) => rule)).toEqual(['not-found', 'english-link']);
  });

  it('can be switched off', () => {
    const resources = [page(from, [link('/en-us/a')]), ...twins];
    expect(surveyed(resources, { 'english-link': { level: 'off' } })).toEqual({});
  });
});

describe('forwarding-seed', () => {
  const away = 'https://elsewhere.test/';
  const onward: LinkSketch = { url: away, kind: 'refresh' };
  const seed = (links: LinkSketch[], more: Partial<ResourceSketch> = {}): ResourceSketch => ({
    url: `${hub}/`,
    role: 'seed',
    page: { title: 'Moved' },
    links,
    signals: { 'strayed-seed': 'moves-on' },
    ...more,
  });
  const page = (url: string, role: 'check' | 'page'): ResourceSketch => ({ url, role, page: { title: url } });
  const withheld = (by: Withholding): Outcome => ({ kind: 'withheld', by, detail: '' });
  it.each<[string, ResourceSketch[], string[]]>([
    ['to what is not walked', [seed([onward]), page(away, 'check')], ['/']],
    ['beside a link there', [seed([onward, away]), page(away, 'check')], ['/']],
    ['beside a link to itself', [seed([onward, `${hub}/`]), page(away, 'check')], ['/']],
    ['to what is walked', [seed([onward]), page(away, 'page')], []],
    [
      'of a page that leads on',
      [seed([onward, `${hub}/a`]), page(away, 'check'), page(`${hub}/a`, 'page')],
      [],
    ],
    [
      'to a sign-in',
      [
        seed([onward], { signals: { 'strayed-seed': 'moves-on', 'sign-in': 'handover' } }),
        page(away, 'check'),
      ],
      [],
    ],
    ['that waits', [seed([onward], { signals: {} }), page(away, 'check')], []],
    ['that is none', [seed([away]), page(away, 'check')], []],
    ['of no seed', [seed([onward], { role: 'page' }), page(away, 'check')], []],
    ['of a seed that is missing', [seed([onward], { status: 404 }), page(away, 'check')], []],
    ['to what is excluded', [seed([onward]), { ...page(away, 'check'), outcome: withheld('excluded') }], []],
    [
      'to what is left alone',
      [seed([onward]), { ...page(away, 'check'), outcome: withheld('external') }],
      ['/'],
    ],
  ])('a refresh %s', (_, resources, said) => {
    expect(Object.keys(surveyed(resources))).toEqual(said);
  });
});
