import { describe, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/main.js';
import { useCases, type UseCases } from '../../src/cli/use-cases.js';
import { fakeTerminal } from '../support/fake-terminal.js';
import { report, run, site } from './run-main.js';

describe('what is asked for', () => {
  test('reaches the walk', async () => {
    const words = `crawl ${site} --include /x/ --include /y/ --exclude -z --max-depth 2 --max-pages=9 --no-external --no-robots
      --check-fragments --skip-fragments ^/ --clean-urls --insecure --allow-private --deep --no-probes --no-styles --concurrency 4 --per-host 2 --min-gap 0.5
      --retries 0 --timeout 500ms --max-body 2M --max-time 1.5h --user-agent me/1 --store s --fail-on warning --lang ja --all`;
    const { asked, stderr } = await run(words.split(/\s+/));
    expect(stderr).toBe('');
    expect(asked[0]).toMatchObject({
      all: true,
      language: 'ja',
      config: {
        sources: [
          {
            id: 'hub-example',
            seeds: [site],
            include: ['/x/', '/y/'],
            exclude: ['-z'],
            maxDepth: 2,
            maxPages: 9,
            external: false,
            robots: false,
          },
        ],
        limits: {
          concurrency: 4,
          perHost: 2,
          minGap: 500,
          retries: 0,
          wholeTimeout: 500,
          headersTimeout: 500,
          bodyTimeout: 500,
          maxBody: 2_097_152,
          maxTime: 5400,
        },
        ...{
          checkFragments: true,
          skipFragments: ['^/'],
          cleanUrls: true,
          insecure: true,
          allowPrivate: true,
          deep: true,
          probes: false,
          checkStyles: false,
        },
        ...{ userAgent: 'me/1', store: 's', failOn: 'warning', language: 'ja' },
      },
    });
  });

  test.each([
    [{ LANG: 'ja_JP.UTF-8' }, 'ja'],
    [{ LC_ALL: '', LC_MESSAGES: 'ja', LANG: 'en_US.UTF-8' }, 'ja'],
    [{ LC_ALL: 'C', LANG: 'ja_JP.UTF-8' }, 'en'],
    [{ LANG: 'jam_JM' }, 'en'],
    [{}, 'en'],
  ])('is told in the language of %j', async (env, language) => {
    const { asked } = await run(['crawl', site], { env });
    expect(asked[0]?.language).toBe(language);
  });
});

test('a walk does not see that the clock is set back', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 3_600_000 });
  const crawl: UseCases['crawl'] = (_, world) => {
    expect(world.now()).toBe(3_600_000);
    vi.setSystemTime(0);
    expect(world.now()).toBe(3_600_000);
    vi.setSystemTime(500);
    expect(world.now()).toBe(3_600_500);
    return Promise.resolve({ report, exitCode: 0 });
  };
  try {
    expect((await run(['crawl', site], { crawl })).exitCode).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test.each([
  ['a walk', []],
  ['a mistake', ['--max-depth', 'deep']],
])('%s leaves no thread behind', async (_, words) => {
  const thread = await useCases.startThread();
  const close = vi.fn(thread.close);
  const startThread: UseCases['startThread'] = () => Promise.resolve({ ...thread, close });
  const crawl: UseCases['crawl'] = () => Promise.resolve({ report, exitCode: 0 });
  await main(['crawl', site, ...words], fakeTerminal(), { ...useCases, startThread, crawl });
  expect(close).toHaveBeenCalled();
});

test('prune tells what it did, unless it is to be quiet, as for cron', async () => {
  const prune: UseCases['prune'] = () => Promise.resolve({ removed: [], kept: [] });
  const stdoutOf = async (...words: readonly string[]): Promise<string> => {
    const terminal = fakeTerminal();
    expect(await main(['prune', '--keep', '30', ...words], terminal, { ...useCases, prune })).toBe(0);
    return terminal.stdout.text();
  };
  expect(await stdoutOf()).toBe('deleted 0 runs (0.0 MiB), kept 0 runs (0.0 MiB)\n');
  expect(await stdoutOf('-q')).toBe('');
});
