import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../src/tasks/matching/match.js';
import { createMatcher } from '../../src/tasks/matching/matcher.js';
import { extendGlossary } from '../../src/tasks/vocabulary/glossary.js';

const named = (...names: string[]): Candidate => ({ urls: [], names });

describe('a match', () => {
  test('says why in both languages', () => {
    const [match] = createMatcher()
      .index([named('コンプライアンス スコア ワークショップ')])
      .find({ title: 'Compliance Score Workshop', url: null });
    expect(match).toMatchObject({
      evidence: 'translation',
      otherLanguage: true,
      reason: {
        en: '“コンプライアンス スコア ワークショップ” is “Compliance Score Workshop” in the other language.',
        ja: '「コンプライアンス スコア ワークショップ」は「Compliance Score Workshop」の訳です。',
      },
    });
  });

  test.each([
    ['Teams Guide v3', 'Teams Guide v4', 'older'],
    ['Teams Guide_202105', 'Teams Guide_202012', 'newer'],
    ['Teams ガイド（2021年5月更新）', 'Teams ガイド 2021-05', 'same'],
    ['Teams ガイド 令和6年4月版', 'Teams ガイド（2024年5月更新）', 'older'],
    ['Teams Guide (3 May 2021)', 'Teams Guide 2021-05-03', 'same'],
    ['Teams ガイド 第二版', 'Teams ガイド 初版', 'newer'],
    ['Teams Guide v2_1', 'Teams Guide ver 2.0', 'newer'],
    ['Teams Guide', 'Teams Guide v4', 'unknown'],
  ])('of %j for %j is %s', (there, wanted, version) => {
    expect(
      createMatcher()
        .index([named(there)])
        .find({ title: wanted, url: null })[0]?.version,
    ).toBe(version);
  });

  test.each([
    ['Teams Guide (3)', 'Teams Guide (2)', 0],
    ['Teams Guide (2)', 'Teams Guide (2)', 1],
    ['Teams Guide', 'Teams Guide (2)', 1],
    ['Teams Guide - Copy', 'Teams Guide', 1],
    ['Teams Guide - Copy (2)', 'Teams Guide (3)', 0],
  ])('%j for %j: further files of one name are not one another', (there, wanted, found) => {
    const finder = createMatcher().index([named(there)]);
    expect(finder.find({ title: wanted, url: null })).toHaveLength(found);
  });

  test('with a translation is only likely where two different names fit', () => {
    const finder = createMatcher().index([named('Teams 展開ガイド'), named('Teams デプロイ ガイド')]);
    const wanted = { title: 'Teams Deployment Guide', url: null };
    expect(finder.find(wanted)).toEqual([]);
    expect(finder.suggest(wanted)).toMatchObject([{ evidence: 'likely' }, { evidence: 'likely' }]);
  });

  test('comes with the strongest evidence first', () => {
    const url = 'https://docs.example.com/en/teams-guide.pptx';
    const finder = createMatcher().index([
      named('Teams Guide'),
      { urls: [url.replace('/en/', '/ja/')], names: [] },
      { urls: [url], names: [] },
    ]);
    expect(finder.find({ title: 'Teams Guide', url }).map(({ evidence }) => evidence)).toEqual([
      'same-url',
      'same-stem',
      'title',
    ]);
  });
});

test.each([
  ['Frequently Asked Questions', 'Frequently Asked Questions', 'title'],
  ['Release Notes', 'Release notes', 'title'],
  ['用語集', '用語集', 'title'],
  ['FAQ', 'よく寄せられる質問', 'translation'],
])(
  'the very title %j is told, though a title that fits anything is certain of nothing',
  (wanted, there, evidence) => {
    const finder = createMatcher().index([named('Teams Kickoff Deck'), named(there)]);
    expect(finder.find({ title: wanted, url: null })).toEqual([]);
    expect(finder.suggest({ title: wanted, url: null })).toMatchObject([{ candidate: 1, evidence }]);
  },
);

test.each(['Lessons Learned', '教訓'])('%j says enough to be found by it', (there) => {
  const finder = createMatcher().index([named('Teams Kickoff Deck'), named(there)]);
  expect(finder.find({ title: 'Lessons Learned', url: null })).toMatchObject([{ candidate: 1 }]);
});

test('a file is found by its name, however many others have the title that fits anything', () => {
  const url = 'https://docs.example.com/decks/teams-rollout-plan.pptx';
  const there = { urls: [url.replace('docs', 'hub')], names: [] };
  const finder = createMatcher().index([...Array.from({ length: 60 }, () => named('FAQ')), there]);
  expect(finder.find({ title: 'FAQ', url })).toMatchObject([{ candidate: 60 }]);
});

test('a glossary of one’s own adds words and renames', () => {
  const glossary = extendGlossary({ terms: { 早見表: 'cheatsheet' }, renames: { Contoso: 'Fabrikam' } });
  const finder = createMatcher(glossary).index([named('Teams 早見表'), named('Fabrikam Workshop')]);
  expect(finder.find({ title: 'Teams Cheatsheet', url: null })[0]?.evidence).toBe('translation');
  expect(finder.suggest({ title: 'Contoso Workshop', url: null })[0]?.evidence).toBe('renamed');
});
