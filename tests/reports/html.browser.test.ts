import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import fc from 'fast-check';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { html } from '../../src/reports/html/html.js';
import { findBrowser } from '../support/browser.js';
import { languages, type Language } from '../../src/model/text.js';
import { buildChange, buildHeadsUp } from '../support/heads-ups.js';
import { hostileReport } from '../support/hostile-reports.js';
import { buildFinding, buildReport, buildTrend, largeReport, sampleReport } from '../support/reports.js';
import { suiteFolder } from '../support/suite-folder.js';

/** Everything the page has a place for. */
function fullReport(language: Language): Report {
  const changes = buildHeadsUp([buildChange(), buildChange({ kind: 'broke', id: 'b' })], { language });
  const lost = {
    title: 'Deck',
    url: null,
    state: 'broken' as const,
    places: [],
    sightings: [],
    suggestions: [],
  };
  const task = { id: '4122', names: { en: 'Compliance' }, state: null, mandatory: true, services: [] };
  const tasks = [{ ...task, documents: [lost] }];
  return { ...sampleReport(language), trend: buildTrend(7), changes, tasks };
}

const executablePath = findBrowser();

describe.skipIf(executablePath === null)('the HTML page in a browser', () => {
  let browser: Browser;
  const folder = suiteFolder();
  /** What no page may do: fail, complain, or ask for anything. */
  const trouble: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  async function open(report: Report): Promise<Page> {
    const file = join(folder(), 'report.html');
    await writeFile(file, html.render(report, { colour: false, width: null }));
    trouble.length = 0;
    const page = await browser.newPage();
    page.on('console', (message) => trouble.push(message.text()));
    page.on('pageerror', ({ message }) => trouble.push(message));
    page.on('dialog', (dialog) => trouble.push(dialog.message()));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:') && !request.url().startsWith('data:'))
        trouble.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  const countShown = (page: Page): Promise<number> => page.locator('.finding').count();

  test('filters by search, state and place, and opens by keyboard', async () => {
    const page = await open(sampleReport());
    expect(await countShown(page)).toBe(5);
    await page.keyboard.press('/');
    await page.keyboard.type('４１２２');
    await expect.poll(() => countShown(page)).toBe(1);
    await page.keyboard.press('Escape');
    expect(await countShown(page)).toBe(5);
    await page.locator('.chip.not-checked').click();
    expect(await page.locator('#count').innerText()).toBe('1 of 5 findings');
    await page.locator('.chip').first().click();
    await page.locator('.place .name').last().click();
    expect(await countShown(page)).toBe(1);
    await page.keyboard.press('Escape');
    await page.locator('h1').click();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    expect(await page.locator('.finding[open] dd').first().innerText()).toContain('retired-cdn.example');
    expect(await page.locator('.finding[open]').innerText()).not.toContain('[object');
    expect(trouble).toEqual([]);
    await page.close();
  });

  test('shows ten thousand findings quickly', async () => {
    const page = await open(largeReport(10_000));
    expect(await page.locator('#count').innerText()).toBe('10,000 of 10,000 findings');
    expect(await countShown(page)).toBeLessThan(1000);
    const begun = performance.now();
    await page.fill('#search', 'overview 9001');
    await expect.poll(() => countShown(page)).toBe(1);
    expect(performance.now() - begun).toBeLessThan(10_000);
    await page.close();
  });

  test('shows hostile text and runs none of it', async () => {
    const attack = '</script><script>alert(1)</script><img src=x onerror=alert(2)>';
    const page = await open(
      buildReport([
        buildFinding({ title: attack, url: 'javascript:alert(3)', reason: attack, tasks: [attack, '$&'] }),
      ]),
    );
    await page.locator('.finding summary').click();
    expect(await page.locator('.name-of').innerText()).toContain(attack);
    expect(await page.locator('a[href^="javascript"], img, .finding script').count()).toBe(0);
    expect(trouble).toEqual([]);
    await page.close();
  });

  const hostile = fc.sample(hostileReport, { seed: 5, numRuns: 6 });
  const reports = languages.flatMap((language) => [
    { name: 'everything', language, report: fullReport(language) },
    { name: 'nothing', language, report: buildReport([], { language }) },
    {
      name: 'hostile texts',
      language,
      report: buildReport(
        hostile.flatMap(({ findings }) => findings),
        { language, trend: buildTrend(60), tasks: hostile.flatMap(({ tasks }) => tasks) },
      ),
    },
  ]);

  test.each(reports)('is accessible with $name in $language, by axe', async ({ report, language }) => {
    const page = await open(report);
    await page.emulateMedia({ colorScheme: language === 'ja' ? 'dark' : 'light' });
    await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true');
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>('axe.run({ resultTypes: ["violations"] })');
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html: markup }) => markup)])).toEqual([]);
    expect(trouble).toEqual([]);
    await page.close();
  });

  test('shows the figures of a run under the pointer, and all of them in a table', async () => {
    const page = await open(fullReport('en'));
    await page.locator('.chart g').nth(6).hover();
    expect(await page.locator('.chart g:hover title').textContent()).toBe(
      '2026-11-22 08:15 UTC: Broken 49, Not checked 12',
    );
    await page.locator('.trend summary').press('Enter');
    expect(await page.locator('.trend tbody tr').first().innerText()).toMatch(
      /^2026-11-22 08:15\t49\t12\t30\t1,000/,
    );
    await page.close();
  });

  test.each([320, 1280])('needs no sideways scrolling at %d pixels', async (width) => {
    const page = await open(fullReport('ja'));
    await page.setViewportSize({ width, height: 800 });
    await page.locator('.finding summary').first().click();
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBe(0);
    await page.close();
  });

  test('prints what matches and what changed, opened', async () => {
    const page = await open(fullReport('en'));
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator('.finding[open]').count()).toBe(5);
    expect(await page.locator('.changes[open]').count()).toBe(1);
    await page.close();
  });
});
