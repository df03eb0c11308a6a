import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { run } from '../support/command-line.js';
import { serveHostileSite, type HostileSite } from '../support/hostile-site.js';
import { measure, type Measured } from '../support/measured-run.js';
import { parseReport } from '../support/reports.js';
import { suiteFolder } from '../support/suite-folder.js';

const folder = suiteFolder();
const files = [
  'report.json',
  'report.md',
  'report.html',
  'report.csv',
  'report.sarif',
  'report.xml',
  'report.txt',
];
let site: HostileSite;
let measured: Measured;
let report: Report;

beforeAll(async () => {
  site = await serveHostileSite();
  const config = {
    sources: [{ id: 'hostile', seeds: [...site.addresses.filter(isOwn)] }],
    limits: { retries: 0, backoff: 1, maxAlike: 50, maxHops: 10 },
  };
  writeFileSync(join(folder(), 'config.json'), JSON.stringify(config));
  const outputs = files.flatMap((file) => ['-o', file]);
  measured = await measure(['crawl', '--config', 'config.json', '--all', '-q', ...outputs], folder());
  expect(measured.stderr).toMatch(/^playbook-health: the check was not possible in full: [^\n]+\n$/);
  report = parseReport(read('report.json'));
}, 90_000);
afterAll(() => site.close());

describe('a hostile site', () => {
  it('is walked in bounded time and memory', () => {
    console.info(
      `${report.totals.resources} resources, ${Math.round(measured.peak)} MiB, ${measured.seconds.toFixed(1)} s`,
    );
    expect(measured.exitCode).toBe(1);
    expect(measured.peak).toBeLessThan(450);
  });

  it('is left where it leads on without end, and the report says so', () => {
    expect(report.run).toMatchObject({
      complete: false,
      limitsReached: expect.arrayContaining(['max-alike']) as unknown,
    });
  });

  it.each([
    ['/maze/1', 'too-many-redirects'],
    ['/circle/a', 'redirect-loop'],
    ['/itself', 'redirect-loop'],
    ['/gone/nested', 'not-found'],
    ['/gone/tables', 'not-found'],
    ['/gone/texts', 'not-found'],
  ])('%s: %s', (path, rule) => {
    expect(report.findings.find(({ url }) => url === site.origin + path)?.rule).toBe(rule);
  });

  it('gives every address a verdict, those of IPv6 and of names in Japanese too', () => {
    const known = new Set(report.resources?.map(({ url }) => url));
    for (const address of site.addresses) expect(known, address).toContain(new URL(address).href);
    expect(report.findings.find(({ url }) => url.startsWith('http://xn--wgv71a119e.invalid/'))?.rule).toBe(
      'dns',
    );
  });
});

describe('reports of it', () => {
  const everything = (): readonly string[] => files.map(read);

  it('hold nothing that a terminal or bidirectional text obeys', () => {
    for (const text of everything())
      expect(text).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
  });

  it('are JSON where they are to be', () => {
    expect(JSON.parse(read('report.sarif'))).toHaveProperty('runs');
  });

  it('are a page without scripts, pictures or links but our own', () => {
    const $ = load(read('report.html'));
    expect($('img, iframe, object, embed, [onerror], [onclick], base, form[action]').length).toBe(0);
    expect($('a[href^="javascript:"]').length).toBe(0);
    expect(
      $('script')
        .get()
        .map((element) => $(element).html())
        .join(''),
    ).not.toContain('<img');
  });

  it('are XML whose elements are our own', () => {
    const text = read('report.xml');
    expect(text.match(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/gi)).toBeNull();
    const $ = load(text, { xml: true });
    expect($('img, script').length).toBe(0);
    expect($('testcase').length).toBeGreaterThan(5);
  });

  it('are a table that calculates nothing', () => {
    const rows: string[][] = parseCsv(read('report.csv'), { bom: true, relax_column_count: false });
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+@|%-]/);
  });

  it('are Markdown without HTML, pictures or links that were smuggled in', () => {
    const shown = read('report.md').replace(/(?<!`)(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
    expect(shown).not.toMatch(/<(?:img|script)\b|(?<!\\)\]\(javascript:|(?<!\\)!\[|@everyone/i);
  });

  it('tell GitHub only what we mean to', async () => {
    const { stdout } = await run(['report', '-f', 'github'], folder());
    expect(stdout).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u202e]/);
    for (const line of stdout.trim().split('\n')) expect(line).toMatch(/^::(?:error|warning|notice)[ :]/);
    expect(stdout).not.toMatch(/^::set-output/m);
  });
});

function read(file: string): string {
  return readFileSync(join(folder(), file), 'utf8');
}

function isOwn(address: string): boolean {
  return address.startsWith(site.origin);
}
