import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { UseCases } from '../../src/cli/use-cases.js';
import { buildFinding } from '../support/reports.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { progress, report, run, site } from './run-main.js';

describe('on stderr', () => {
  const crawl: UseCases['crawl'] = (_, world) => {
    world.onProgress(progress);
    world.log.info('looking', { pages: 12 });
    world.log.warn('odd', { host: 'hub.example' });
    return Promise.resolve({ report, exitCode: 0 });
  };
  const onTerminal = { stderr: { isTTY: true, columns: 100 }, crawl };

  test('progress is one line that is cleared', async () => {
    const { stderr } = await run(['crawl', site], onTerminal);
    expect(stderr).toBe(
      '\r\u001b[2K12 pages · 345 checked · 6 waiting · 7 broken · 8/s\r\u001b[2Kwarning: odd, host: hub.example\n',
    );
  });

  test.each([
    [['--no-progress'], {}],
    [['-q'], {}],
    [['-v'], {}],
    [[], { TERM: 'dumb' }],
  ])('there is no progress with %j and %j', async (words, env) => {
    const { stderr } = await run(['crawl', site, ...words], { ...onTerminal, env });
    expect(stderr).not.toContain('pages ·');
  });

  test('there is no progress in a pipe, and warnings only, which -q does not silence', async () => {
    expect((await run(['crawl', site], { crawl })).stderr).toBe('warning: odd, host: hub.example\n');
    expect((await run(['crawl', site, '-q'], { crawl })).stderr).toBe('warning: odd, host: hub.example\n');
  });

  test('-v logs lines of JSON', async () => {
    const { stderr } = await run(['crawl', site, '-v'], { crawl });
    const [first] = stderr.split('\n').map((line) => (line === '' ? null : (JSON.parse(line) as object)));
    expect(first).toMatchObject({ level: 30, msg: 'looking', pages: 12 });
  });

  test('--log-file keeps the log elsewhere', async () => {
    const file = join(temporaryFolder(), 'walk.log');
    expect((await run(['crawl', site, '--log-file', file], { crawl })).stderr).toBe('');
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(2);
  });
});

describe('a check that was not made, or not to its end', () => {
  const unreachable = ['https://hub.example/'];
  const shut = {
    report: {
      ...report,
      run: { ...report.run, unreachable },
      findings: [buildFinding({ url: 'https://hub.example', reason: 'The host is down.' })],
    },
    exitCode: 3 as const,
  };
  const stopped = {
    report: { ...report, run: { ...report.run, complete: false, limitsReached: ['max-pages'] } },
    exitCode: 4 as const,
  };
  const notPossible = 'the check was not possible (3): https://hub.example/ - The host is down.';

  test.each([
    [shut, notPossible],
    [stopped, 'the walk is incomplete (4): the limit of addresses per source (--max-pages)'],
  ])('gets one line on stderr, however quiet the rest is', async (assessment, line) => {
    for (const options of [['-q'], ['-f', 'json'], ['--cron'], []]) {
      const { stderr, exitCode } = await run(['crawl', site, ...options], {
        crawl: () => Promise.resolve(assessment),
      });
      expect([stderr, exitCode]).toEqual([`playbook-health: ${line}\n`, assessment.exitCode]);
    }
  });

  test('is told in the language of the report', async () => {
    const crawl = () =>
      Promise.resolve({ ...stopped, report: { ...stopped.report, language: 'ja' as const } });
    expect((await run(['crawl', site, '-q'], { crawl })).stderr).toBe(
      'playbook-health: 巡回は未完了です (4): ソースごとの URL 数の上限 (--max-pages)\n',
    );
  });

  test('is told of a check that was not made in full though it found something, too', async () => {
    const [line, other] = await Promise.all(
      [shut, stopped].map(async ({ report }) => {
        const crawl = () => Promise.resolve({ report, exitCode: 1 as const });
        return (await run(['crawl', site, '-q'], { crawl })).stderr;
      }),
    );
    expect(line).toBe(
      'playbook-health: the check was not possible in full: https://hub.example/ - The host is down.\n',
    );
    expect(other).toBe(
      'playbook-health: the walk is incomplete: the limit of addresses per source (--max-pages)\n',
    );
  });

  test.each([0, 1] as const)('is not told of with exit code %d if everything was seen', async (exitCode) => {
    const crawl = () => Promise.resolve({ report, exitCode });
    expect((await run(['crawl', site, '-q'], { crawl })).stderr).toBe('');
  });
});

describe('a warning', () => {
  const crawl: UseCases['crawl'] = (_, { log }) => {
    log.warn('nobody could be told', { kind: 'teams', outcome: '500' });
    log.remark('list.csv:3: has no id');
    return Promise.resolve({ report, exitCode: 0 });
  };
  const warning = 'warning: nobody could be told, kind: teams, outcome: 500\n';
  const remark = 'warning: list.csv:3: has no id\n';

  test.each([
    [[], warning + remark],
    [['-q'], warning],
    [['--cron'], warning],
  ])('comes through however quiet the rest is: %j', async (options, expected) => {
    expect((await run(['crawl', site, ...options], { crawl })).stderr).toBe(expected);
  });
});
