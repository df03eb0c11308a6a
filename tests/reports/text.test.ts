import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/kit/text/display-width.js';
import { text } from '../../src/reports/text/text.js';
import { buildChange, buildHeadsUp } from '../support/heads-ups.js';
import { hostileReport } from '../support/hostile-reports.js';
import { buildFinding, buildReport, largeReport, sampleReport } from '../support/reports.js';

const plain = { colour: false, width: 80 };
const control = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

describe('the terminal report', () => {
  test('says so when nothing is wrong', () => {
    expect(text.render(buildReport([]), plain)).toContain('Nothing to report.');
  });

  test('colours only where colours are wanted, and changes nothing else', () => {
    const coloured = text.render(sampleReport(), { ...plain, colour: true });
    expect(coloured).toContain('\u001b[31m');
    expect(stripVTControlCharacters(coloured)).toBe(text.render(sampleReport(), plain));
  });

  test('fits the terminal, but never breaks an address', () => {
    for (const width of [40, 60, 80, 120]) {
      const lines = text.render(sampleReport('ja'), { colour: false, width }).split('\n');
      const long = lines.filter((line) => columnsOf(line) > width && !/https?:/.test(line));
      expect(long).toEqual([]);
    }
  });

  test('keeps the columns of the glance straight in Japanese', () => {
    const rows = text
      .render(sampleReport('ja'), plain)
      .split('\n')
      .filter((line) => line.includes('%') && line.includes('█'));
    const ends = rows.map((row) => columnsOf(row.slice(0, row.indexOf('%'))));
    expect(rows).toHaveLength(4);
    expect(new Set(ends).size).toBe(1);
  });

  test('names what changed, as far as there is room, and says where the rest is', () => {
    const guides = Array.from({ length: 12 }, (_, at) =>
      buildChange({ kind: 'updated', url: `https://cdn.example/${at}.docx`, title: { en: `Guide ${at}` } }),
    );
    const told = (language: 'en' | 'ja', count: number): string =>
      text.render({ ...buildReport([]), language, changes: buildHeadsUp(guides.slice(0, count)) }, plain);
    expect(told('en', 2)).toContain(
      `Heads Up  Updated 2

Published   Change   Topic title
2026-11-21  Updated  Guide 0
                     https://cdn.example/0.docx
`,
    );
    expect(told('en', 10)).not.toContain('more;');
    expect(told('en', 12)).toContain('\n… and 2 more; all of them: playbook-health changes\n');
    expect(told('ja', 12)).toContain('\n… ほか 2 件。すべての一覧: playbook-health changes\n');
    expect(told('en', 12)).not.toContain('Guide 10');
  });

  test('stays short for ten thousand findings and says how many it leaves out', () => {
    const shown = text.render(largeReport(10_000), plain);
    expect(shown.split('\n').length).toBeLessThan(1000);
    expect(shown).toContain('… and 5,950 more');
  });

  test('shows hidden characters instead of obeying them', () => {
    const finding = buildFinding({ title: 'safe\u001b[2Jname\u202egpj', url: 'https://example.com/\u200b' });
    const shown = text.render(buildReport([finding]), plain);
    expect(shown).toContain('safe<U+001B>[2Jname<U+202E>gpj');
    expect(shown).toContain('https://example.com/<U+200B>');
  });

  test('stays bounded when a page is not', () => {
    const finding = buildFinding({ title: '長'.repeat(1_000_000), reason: 'e\u0301'.repeat(1_000_000) });
    expect(text.render(buildReport([finding]), plain).length).toBeLessThan(10_000);
  });

  test('holds no control character but line feeds and its own colours, whatever the web sent', () => {
    fc.assert(
      fc.property(hostileReport, fc.boolean(), (report, colour) => {
        const shown = text.render(report, { colour, width: 80 });
        const rest = shown.replace(/\u001b\[\d{1,2}m/g, '').replace(/\n|[\u200c\u200d]/g, '');
        expect(control.exec(rest)).toBeNull();
        if (!colour) expect(shown).not.toContain('\u001b');
      }),
    );
  });
});
