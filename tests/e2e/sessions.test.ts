import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { run } from '../support/command-line.js';
import { parseReport } from '../support/reports.js';
import { linking, serveSite, type Handler } from '../support/small-site.js';
import { suiteFolder } from '../support/suite-folder.js';

const folder = suiteFolder();

/** A portal that forgets who is signed in after so many answers; to strangers every page is its sign-in page. */
async function servePortal(answers: number): Promise<string> {
  let left = answers;
  const page: Handler = ({ url = '', headers }, response) => {
    const isSignedIn = headers.cookie === 'session=alive' && left-- > 0;
    const number = Number(/\d+/.exec(url)?.[0] ?? 0);
    const links = number < 100 ? [`/page/${2 * number + 1}`, `/page/${2 * number + 2}`] : [];
    if (!isSignedIn) response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Welcome</title>');
    else response.writeHead(200, { 'content-type': 'text/html' }).end(`Signed in as you${linking(...links)}`);
  };
  const site = await serveSite({ '*': page });
  return site.origin;
}

async function crawl(
  origin: string,
  more: object = {},
): Promise<{ exitCode: number | null; report: Report }> {
  writeFileSync(join(folder(), 'cookies.txt'), `127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\talive\n`);
  const source = {
    id: 'portal',
    seeds: [`${origin}/page/0`],
    robots: false,
    credentials: { cookies: 'cookies.txt' },
    canary: { url: `${origin}/who`, contains: 'Signed in as you' },
    ...more,
  };
  // Few at once: how many pages are in doubt must not depend on which of them is read when.
  const limits = { retries: 0, backoff: 1, concurrency: 2 };
  const config = { sources: [source], probes: false, limits };
  writeFileSync(join(folder(), 'config.json'), JSON.stringify(config));
  const { exitCode, stdout } = await run(
    ['crawl', '--config', 'config.json', '-f', 'json', '--all', '-q'],
    folder(),
  );
  return { exitCode, report: parseReport(stdout) };
}

describe('a session', () => {
  it('that lives: everything is checked', async () => {
    const { exitCode, report } = await crawl(await servePortal(10_000));
    expect(exitCode).toBe(0);
    expect(report.run.complete).toBe(true);
    expect(report.totals.byVerdict.healthy).toBe(201);
  });

  it('that ends in mid-walk: what came after is not checked, and the run is incomplete', async () => {
    const { exitCode, report } = await crawl(await servePortal(80));
    expect(exitCode).toBe(4);
    expect(report.run).toMatchObject({ complete: false, limitsReached: ['session-ended'] });
    const healthy = report.totals.byVerdict.healthy;
    expect(healthy).toBeGreaterThan(20);
    expect(healthy).toBeLessThanOrEqual(80);
    expect(report.findings.map(({ reason }) => reason).join('\n')).toContain('ended during the run');
    expect(report.totals.byVerdict['not-checked']).toBe(report.totals.resources - healthy);
  });

  it('that was over before it began: the check was not possible', async () => {
    const { exitCode, report } = await crawl(await servePortal(0));
    expect(exitCode).toBe(3);
    expect(report.totals.byVerdict.healthy).toBe(0);
    expect(report.findings.map(({ reason }) => reason).join('\n')).toContain('did not once show its text');
  });
});

describe('acting links', () => {
  it('are never asked for: by address, by form, by a pattern of one’s own', async () => {
    const site = await serveSite({
      '/': `${linking('/SignOut', '/logout?x=1', '/kb/1/delete', '/ideas/2/vote', '/?action=logout', '/Account/Login/LogOff', '/en-us/_services/x', '/archive/7', '/blog/logout-tips', '/fine')}
<form action="/subscribe" method="get"></form><form action="/post" method="post"></form>`,
      '/fine': linking(),
      '/blog/logout-tips': linking(),
    });
    const source = { id: 'a', seeds: [`${site.origin}/`], robots: false, acting: ['/archive/\\d'] };
    writeFileSync(join(folder(), 'acting.json'), JSON.stringify({ sources: [source], probes: false }));
    await run(['crawl', '--config', 'acting.json', '-q'], folder());
    expect([...new Set(site.asked)].sort()).toEqual(['/', '/blog/logout-tips', '/fine']);
  });
});
