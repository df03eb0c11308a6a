import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { run, start } from '../support/command-line.js';
import { parseReport } from '../support/reports.js';
import { linking, serveSite, type Handler } from '../support/small-site.js';
import { suiteFolder } from '../support/suite-folder.js';
import { untilKept } from '../support/until-kept.js';

const folder = suiteFolder();
const quick = ['--retries', '0', '--no-progress'];

describe('--cron', () => {
  it('is silent until something changes, and then says what', async () => {
    const pages: Record<string, string | Handler> = { '/': linking('/a', '/gone'), '/a': linking('/') };
    const site = await serveSite(pages);
    const night = ['crawl', site.origin, ...quick, '--store', 'cron', '--cron', '-o', 'cron.json'];
    const first = await run(night, folder());
    expect(first.stdout).toContain('/gone');
    expect(first.exitCode).toBe(1);
    for (let nights = 1; nights <= 2; nights++) {
      expect(await run([...night, '-f', 'text'], folder())).toEqual({ exitCode: 1, stdout: '', stderr: '' });
    }
    expect(parseReport(await readFile(join(folder(), 'cron.json'), 'utf8')).findings).toHaveLength(1);
    delete pages['/a'];
    const broken = await run(night, folder());
    expect(broken.stdout).toContain('/a');
    expect(await run(night, folder())).toEqual({ exitCode: 1, stdout: '', stderr: '' });
  });

  it('keeps to itself what Node has to say of its own parts', async () => {
    const night = ['crawl', 'http://portal.test/', ...quick, '--store', 'proxied', '--cron'];
    const { stderr } = await start(night, folder(), { http_proxy: 'socks5://127.0.0.1:9' }).ended;
    expect(stderr.split('\n')).toEqual([expect.stringContaining('the check was not possible (3)'), '']);
  });
});

describe('--cron with --confirm', () => {
  it('is silent until what broke is confirmed, and tells an alarm on the night it is due', async () => {
    const pages: Record<string, string | Handler> = { '/': linking('/a'), '/a': linking('/') };
    const site = await serveSite(pages);
    const night = ['crawl', site.origin, ...quick, '--store', 'confirm', '--cron', '--confirm', '2'];
    expect((await run(night, folder())).exitCode).toBe(0);
    delete pages['/a'];
    expect(await run(night, folder())).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    const due = await run(night, folder());
    expect([due.exitCode, due.stdout]).toEqual([1, expect.stringContaining('/a')]);
    expect(await run(night, folder())).toEqual({ exitCode: 1, stdout: '', stderr: '' });
  });

  it('tells once that a known issue has expired', async () => {
    const site = await serveSite({ '/': linking('/gone') });
    await writeFile(
      join(folder(), 'expired.yaml'),
      '- pattern: /gone\n  reason: retired\n  until: 2020-01-31\n- pattern: /never\n  reason: none\n',
    );
    const night = ['crawl', site.origin, ...quick, '--store', 'known', '--cron', '--known', 'expired.yaml'];
    expect((await run(night, folder())).stdout).toMatch(/expired on 2020-01-31[^]*take it out/);
    expect(await run(night, folder())).toEqual({ exitCode: 1, stdout: '', stderr: '' });
  });
});

describe('--resume', () => {
  const count = 300;
  /** So many requests are answered; the rest wait for ever, so the walk is surely cut in the middle. */
  let answered = Number.POSITIVE_INFINITY;
  const tree: Handler = (request, response) => {
    if (answered-- <= 0) return;
    const number = Number(/\d+/.exec(request.url ?? '')?.[0] ?? 0);
    const children = [number * 2 + 1, number * 2 + 2]
      .filter((child) => child < count)
      .map((child) => `/${child}`);
    const status = number === 77 || number === 277 ? 404 : 200;
    setTimeout(
      () => response.writeHead(status, { 'content-type': 'text/html' }).end(linking('/', ...children)),
      5,
    );
  };

  it.each(['SIGKILL', 'SIGINT'] as const)('goes on after %s, to the same end', async (signal) => {
    const site = await serveSite({ '*': tree });
    const arguments_ = [site.origin, ...quick, '--no-probes', '-f', 'json', '--all'];
    const whole = parseReport(
      (await run(['crawl', ...arguments_, '--store', `${signal}-whole`], folder())).stdout,
    );
    site.asked.length = 0;
    answered = 120;
    const store = ['--store', `${signal}-parts`];
    const first = start(['crawl', ...arguments_, ...store, '--concurrency', '2'], folder());
    await site.untilAsked(120);
    await untilKept(`${signal}-parts`, 100, folder());
    first.process.kill(signal);
    await first.ended;
    answered = Number.POSITIVE_INFINITY;
    const before = site.asked.length;
    const resumed = await start(['crawl', '--resume', ...arguments_, ...store], folder()).ended;
    expect(resumed.stderr).toBe('');
    const report = parseReport(resumed.stdout);
    expect(report.run.complete).toBe(true);
    expect(report.resources).toEqual(whole.resources);
    const essence = ({ findings }: Report) =>
      findings.map(({ id, level, trail, past, isNew }) => {
        return { id, level, trail, isNew, course: past?.course, nights: past?.nights };
      });
    expect(essence(report)).toEqual(essence(whole));
    expect(site.asked.length - before).toBeLessThan(count - 20);
    expect(await readdir(join(folder(), `${signal}-parts`, 'runs'))).toHaveLength(1);
    const again = await run(['crawl', '--resume', ...arguments_, ...store], folder());
    expect(again.exitCode).toBe(2);
    expect(again.stderr).toContain('is complete');
  });
});

describe('retention', () => {
  it('bounds a store after each run, by `prune`, and shows its size', async () => {
    const site = await serveSite({ '/': linking() });
    for (let night = 1; night <= 4; night++)
      await run(['crawl', site.origin, ...quick, '--store', 'kept', '--keep', '3', '-q'], folder());
    expect(await readdir(join(folder(), 'kept', 'runs'))).toHaveLength(3);
    expect((await run(['runs', '--store', 'kept'], folder())).stdout).toMatch(/^3 runs, \d+\.\d MiB$/m);
    const pruned = await run(['prune', '--store', 'kept', '--keep', '1'], folder());
    expect(pruned.stdout).toMatch(/^deleted 2 runs \(.* MiB\), kept 1 run \(.* MiB\)$/m);
    const unsaid = await run(['prune', '--store', 'kept'], folder());
    expect(unsaid).toMatchObject({ exitCode: 2, stdout: '' });
    expect(unsaid.stderr).toContain('--keep');
  });
});
