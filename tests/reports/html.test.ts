import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { parse, serialize } from 'parse5';
import { describe, expect, test } from 'vitest';
import { html } from '../../src/reports/html/html.js';
import { scaleTo } from '../../src/reports/html/trend/scale.js';
import { hostileReport } from '../support/hostile-reports.js';
import { buildFinding, buildReport, buildTrend, sampleReport } from '../support/reports.js';

const style = { colour: false, width: null };
const openingTag = /<[a-z][a-z0-9]*/gi;

describe('the HTML page', () => {
  const page = html.render(sampleReport('ja'), style);

  test('allows what it brings along and nothing else', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    const digest = (tag: string): string => {
      const text = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(page)?.[1] ?? '';
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    };
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src ${digest('style')}`);
    expect(policy).toContain(`script-src ${digest('script')}`);
    expect(policy).not.toContain('unsafe');
  });

  test('loads nothing', () => {
    expect(page).not.toMatch(/<(img|iframe|object|embed|video|audio|source)\b|@import|url\(|\bsrc=/i);
    expect([...page.matchAll(/<link [^>]*>/g)].map(([link]) => link)).toEqual([
      '<link rel="icon" href="data:,">',
    ]);
  });

  test('speaks the language of the report', () => {
    expect(page).toContain('<html lang="ja">');
    expect(page).toContain('リンク切れ');
  });

  test('says only once how many addresses a host stands for', () => {
    const host = buildFinding({ reason: 'The same holds for 3 addresses there.', affected: 3 });
    expect(html.render(buildReport([host]), style)).not.toContain('Stands for');
  });

  test('is not green where the walk was incomplete', () => {
    const incomplete = sampleReport();
    expect(html.render(buildReport([]), style)).toContain('class="well sure"');
    expect(html.render({ ...incomplete, findings: [] }, style)).toContain('class="well"');
  });

  test('draws a dot for each run that saw everything', () => {
    const shown = html.render({ ...sampleReport(), trend: buildTrend(7) }, style);
    expect(shown.match(/<circle /g)).toHaveLength(6);
    expect(shown.match(/class="gap"/g)).toHaveLength(1);
    expect(shown.match(/<polyline /g)).toHaveLength(2);
    expect(shown).toContain('<title>2026-11-19 08:15 UTC: Broken 50, Not checked 12, did not see everything');
    expect(shown).toContain('49 in this run, 42 in the one before');
  });

  test('draws nothing of a single run, and is bounded however many there are', () => {
    const lengthOf = (nights: number): number =>
      html.render({ ...sampleReport(), trend: buildTrend(nights) }, style).length;
    expect(html.render(sampleReport(), style)).not.toContain('class="trend"');
    expect(lengthOf(60) - lengthOf(2)).toBeLessThan(60 * 500);
  });

  test.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [4, [0, 1, 2, 3, 4]],
    [9, [0, 5, 10]],
    [47, [0, 20, 40, 60]],
    [1600, [0, 500, 1000, 1500, 2000]],
    [1_000_000, [0, 500_000, 1_000_000]],
  ])('measures up to %i by round numbers', (highest, ticks) => {
    expect(scaleTo(highest)).toEqual({ top: ticks.at(-1), ticks });
  });

  test('has the same elements whatever the web sent', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const shown = html.render(report, style);
        const [, data = ''] = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(shown) ?? [];
        expect(JSON.parse(data)).toMatchObject({ language: report.language });
        expect(shown.match(/<script/g)).toHaveLength(2);
        expect(serialize(parse(shown)).match(openingTag)).toEqual(shown.match(openingTag));
      }),
      { numRuns: 50 },
    );
  });
});
