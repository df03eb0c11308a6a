import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRead } from '../../../src/app/reading/read.js';
import { updateTableOf } from '../../../src/changes/intake/update-table.js';
import { link, table } from '../../../src/demo/markup.js';
import type { Json } from '../../../src/model/resource.js';
import { materialOf } from '../../support/material.js';
import { resourceOf } from '../../support/snapshots.js';

const url = 'https://hub.example/en-us/whats-new.html';
const deck = 'https://hub.example/en-us/deck.pptx';
const guide = 'https://cdn.example/guide.docx';
const read = createRead({ checkFragments: false, rules: {} });
const noted = (markup: string): Json | undefined =>
  read(materialOf(`<html><body><p>Before.</p>${markup}</body></html>`, { url })).signals['update-table'];

const [toDeck, toGuide] = [link('deck.pptx', 'Deck'), link(guide, 'Guide')];

describe('what a page tells of when things were updated', () => {
  it.each<[what: string, markup: string, dated: readonly (readonly [string, string])[]]>([
    ['a list of documents', table(['Document', 'Last updated'], [[toDeck, '05/11/2026'], [toGuide, 'May 3, 2026']]), [[deck, '2026-05-11'], [guide, '2026-05-03']]],
    ['a list in Japanese', table(['リソース', '種類', '最終更新日'], [[toDeck, '資料', '2026年5月11日']]), [[deck, '2026-05-11']]],
    ['the weekly table', table(['公開日', 'トピックのタイトル', '変更'], [['2026/05/11', toDeck, '変更済み'], ['2026/05/04', toGuide, '追加済み']]), [[deck, '2026-05-11'], [guide, '2026-05-04']]],
    ['headings in another width', table(['Ｄｏｃｕｍｅｎｔ', 'Ｌａｓｔ ｍｏｄｉｆｉｅｄ', '更新日'], [[toDeck, '', '2026/０５/１１']]), [[deck, '2026-05-11']]],
    ['two days: the update counts, else when it was published', table(['Published', 'Title', 'Revised'], [['1 May 2026', toDeck, '2026-05-11'], ['2 May 2026', toGuide, '–'], ['', '', '2026-05-02']]), [[deck, '2026-05-11'], [guide, '2026-05-02']]],
    ['a table below its caption and a bare address', `<table><caption>Updates</caption><tr><td colspan=2>Documents<tr><th>Where<th>Updated<tr><td>${guide}<td>2026-05-11</table>`, [[guide, '2026-05-11']]],
    ['a day over several rows', `<table><tr><th>更新日<th>名前<tr><td rowspan=2>2026/05/11<td>${toDeck}<tr><td>${toGuide}</table>`, [[deck, '2026-05-11'], [guide, '2026-05-11']]],
    ['a table within a layout', `<table><tr><td>Menu<td>${table(['Document', 'Last updated'], [[toDeck, '2026-05-11']])}</table>`, [[deck, '2026-05-11']]],
    ['facts of the page itself', table([], [['Author', link('/jane', 'Jane')], ['Published', '2026-01-02'], ['Last updated', '05/11/2026']]), [[url, '2026-05-11']]],
    ['facts in Japanese', table([], [['最終更新日:', '2026年5月11日'], ['担当', '佐藤']]), [[url, '2026-05-11']]],
    ['a day that no calendar has', table(['Document', 'Updated'], [[toDeck, '2026-05-11'], [toGuide, '13/45/2026']]), [[deck, '2026-05-11']]],
    ['no place on the page, no mail', table(['Document', 'Updated'], [[`${link('#deck', 'below')} ${link('mailto:a@b.example', 'Ask')} ${toDeck}`, '2026-05-11']]), [[deck, '2026-05-11']]],
    ['links that are relative to another address', `<base href="/ja/">${table(['Document', 'Updated'], [[toDeck, '2026-05-11']])}`, [['https://hub.example/ja/deck.pptx', '2026-05-11']]],
    ['addresses without their secrets', table(['Document', 'Updated'], [[link(`${guide}?sig=abc&v=1#p2`, 'Guide'), '2026-05-11']]), [[`${guide}?sig=REDACTED&v=1`, '2026-05-11']]],
  ])('%s', (_, markup, dated) => {
    expect(noted(markup)).toEqual(dated);
  }); // prettier-ignore

  it.each<[what: string, markup: string]>([
    ['nothing', ''],
    ['a table without days', table(['Document', 'Updated'], [[toDeck, 'yesterday']])],
    ['years only', table(['Document', 'Updated'], [[toDeck, '2026'], [toGuide, 'May 2026']])],
    ['prices', table(['Product', 'Updated price'], [[toDeck, '$2026.05'], [toGuide, '¥2026']])],
    ['versions', table(['Product', 'Modified version'], [[toDeck, '2026.5.11.2'], [toGuide, 'v20.26-5']])],
    ['mostly something else', table(['Document', 'Updated'], [[toDeck, 'by Jane'], [toGuide, 'by Joe'], [toGuide, '2026-05-11']])],
    ['a table without links', table(['Document', 'Last updated'], [['Deck', '2026-05-11']])],
    ['a day that is yet to come', table(['Document', 'Next update, to be published'], [[toDeck, '2026-05-11']])],
    ['a day to come in Japanese', table(['文書', '次回更新日'], [[toDeck, '2026年5月11日']])],
    ['a calendar', table(['Updated May 11, 2026', 'Mon', 'Tue'], [['1', link('/day/2026-05-02', '2'), '3']])],
    ['events', table(['Event', 'When'], [[toDeck, '2026-05-11'], ['To be published', '2026-05-12']])],
    ['cards, each with its own facts', table([], [['Title', toDeck], ['Last updated', '2026-05-11']]).repeat(2)],
    ['a row that only sounds so', table([], [['Updated guides for Teams', '2026-05-11']])],
    ['what only looks like a table', `<pre>Updated | 2026-05-11</pre> Updated on 2026-05-11: ${toDeck}`],
  ])('none: %s', (_, markup) => {
    expect(noted(markup)).toBeUndefined();
  }); // prettier-ignore

  it('a thousand rows of ten thousand', () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => [link(`/d/${row}`, 'Deck'), '2026-05-11']);
    expect(noted(table(['Document', 'Updated'], rows))).toHaveLength(1000);
  });

  it('whatever the markup: it never throws, and tells little', () => {
    const pieces = fc.constantFrom(
      '<table>', '</table>', '<tr>', '<th>', '<td>', '<td rowspan=9 colspan=9>', 'Updated', '更新日', '2026-05-11',
      '05/11/2026', toDeck, '<a href="//[">x</a>', '<a href=x#y>', '&', '\u0000', '<caption>', ' ',
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 60 }), (parts) => {
        const dated = noted(`<table><tr><th>Updated<th>x<tr><td>2026-05-11<td>${toDeck}${parts.join('')}`);
        expect(Array.isArray(dated) ? dated.length : 0).toBeLessThanOrEqual(1000);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what was noted', () => {
  const told = (signal: Json, source: string | null = 'hub'): unknown =>
    updateTableOf(resourceOf({ url, source, signals: { 'update-table': signal } }));

  it('is told by pages of portals alone, and only in its own shape', () => {
    expect(told([[deck, '2026-05-11']])).toEqual([[deck, '2026-05-11']]);
    expect(told([[deck, '2026-05-11']], null)).toEqual([]);
    for (const broken of ['x', [[deck]], [[deck, '2026-13-11']], { [deck]: '2026-05-11' }])
      expect(told(broken)).toEqual([]);
  });
});
