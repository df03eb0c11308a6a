import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo, type DemoPortals } from '../../src/demo/serve-demo.js';
import type { Report } from '../../src/model/report.js';
import { run, start } from '../support/command-line.js';
import { parseReport } from '../support/reports.js';
import { suiteFolder } from '../support/suite-folder.js';

const folder = suiteFolder();
/** Times, and what servers and runs make up anew each time. */
const timeKeys = new Set([
  'at',
  'milliseconds',
  'start',
  'end',
  'firstSeen',
  'lastHealthy',
  'id',
  'correlation',
]);

describe('the demo portals, walked by the built command line', () => {
  let demo: DemoPortals;
  let report: Report;
  beforeAll(async () => {
    demo = await serveDemo();
    report = await walk('first');
  });
  afterAll(() => demo.close());

  async function walk(name: string): Promise<Report> {
    const config = join(folder(), `${name}.json`);
    const store = join(folder(), name);
    await writeFile(config, JSON.stringify({ ...demo.config, rules: demo.rules, store }));
    const { stdout, stderr, exitCode } = await run(
      ['crawl', '--config', config, '-f', 'json', '--all'],
      folder(),
    );
    expect(stderr).toBe('');
    expect(exitCode).toBe(1);
    return parseReport(stdout);
  }

  it('show exactly what was planted: nothing more, nothing less', () => {
    const line = (rule: string, verdict: string, level: string, affected: number, url: string): string =>
      `${url} ${rule} ${verdict} ${level} ${affected}`;
    const found = report.findings
      .filter(({ level }) => level !== 'info')
      .map(({ rule, verdict, level, affected, url }) => line(rule, verdict, level, affected, url));
    const planted = demo.planted.map(({ rule, state, level, affected, url }) =>
      line(rule, state, level, affected, url),
    );
    expect(found.sort()).toEqual(planted.sort());
  });

  it('are seen whole, and nothing that acts is ever asked for', () => {
    expect(report.run).toMatchObject({ complete: true, limitsReached: [], unreachable: [] });
    for (const address of demo.acting) expect([...demo.asked.keys()]).not.toContain(`GET ${address}`);
  });

  it('name the place of complaint 4 as its author did', () => {
    const finding = report.findings.find(({ title }) => title === 'Compliance Score Workshop');
    expect(finding).toMatchObject({ verdict: 'broken', rule: 'not-found', status: 404 });
    expect(finding?.trail.at(-1)).toMatchObject({
      place: [expect.any(String), 'FastTrack Playbook', 'Resource', 'Services Workshops'],
      headings: ['Microsoft 365 workshops', 'Microsoft Information Protection (MIP)'],
      text: 'Compliance Score Workshop',
    });
  });

  it('give the same report when walked again, but for times', async () => {
    const again = await walk('second');
    expect(withoutTimes(again)).toEqual(withoutTimes(report));
  });

  function withoutTimes(timed: Report): unknown {
    const text = JSON.stringify(timed, (key, value: unknown) => (timeKeys.has(key) ? null : value));
    return JSON.parse(text);
  }
});

describe('playbook-health demo', () => {
  it('writes its reports, shows a summary, says where to go next, and succeeds', async () => {
    const { ended } = start(['demo'], folder());
    const { exitCode, stdout, stderr } = await ended;
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Compliance Score Workshop');
    expect(stderr).toContain('playbook-health crawl');
    parseReport(await readFile(join(folder(), 'report.json'), 'utf8'));
    expect(await readFile(join(folder(), 'report.md'), 'utf8')).toContain('Compliance Score Workshop');
  });

  it('leaves a run that tells of tasks after the portals are gone', async () => {
    const { stdout, exitCode } = await run(['task', '4122'], folder());
    expect(exitCode).toBe(1);
    expect(stdout).toContain('Compliance Manager Workshop');
    // However the lines break.
    expect(stdout.replaceAll('\n', ' ')).toMatch(
      /No answer now from \S+ and 3 more: what the last run saw still stands\. The portals of the demo are open while it runs only: .* as of /,
    );
  });

  it('speaks Japanese to whoever does', async () => {
    const ended = await run(['demo'], folder(), { LANG: 'ja_JP.UTF-8' });
    expect(ended.stdout).toContain('サインイン フォームが表示されるため');
  });
});
