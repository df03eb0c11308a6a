import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { CrawlRequest } from '../../src/app/crawl.js';
import type { NotedIssue } from '../../src/app/known-issues.js';
import type { CrawlProgress, World } from '../../src/app/world.js';
import * as commands from '../../src/cli/commands/all.js';
import { main } from '../../src/cli/main.js';
import { paceSettings } from '../../src/cli/options/pace.js';
import { useCases, type UseCases } from '../../src/cli/use-cases.js';
import { limitsSchema } from '../../src/model/config.js';
import { SetupError } from '../../src/model/problem.js';
import { fakeTerminal, systemError, type FakeTerminalOptions } from '../support/fake-terminal.js';
import type { StopSignal } from '../../src/cli/terminal.js';
import { buildFinding, buildReport, largeReport } from '../support/reports.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const report = buildReport([buildFinding()]);
const site = 'https://hub.example/';

/** Runs a command line whose walk is acted out. */
async function run(
  words: readonly string[],
  options: FakeTerminalOptions & { readonly crawl?: UseCases['crawl'] } = {},
) {
  const terminal = fakeTerminal(options);
  const asked: CrawlRequest[] = [];
  const crawl: UseCases['crawl'] = async (request, world) => {
    asked.push(request);
    return (await options.crawl?.(request, world)) ?? { report, exitCode: 1 };
  };
  const exitCode = await main(words, terminal, { ...useCases, crawl });
  const [stdout, stderr] = [terminal.stdout.text(), terminal.stderr.text()];
  return { exitCode, stdout, stderr, asked, terminal };
}

const progress: CrawlProgress = {
  pages: 12,
  checked: 345,
  waiting: 6,
  broken: 7,
  rate: 8,
  slowestHost: null,
  startedAt: 0,
};

describe('help', () => {
  test('is the answer to --help, on stdout', async () => {
    const { exitCode, stdout, stderr } = await run(['--help']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('crawl [options] [url...]');
    expect(stdout).toContain('Exit codes:');
  });

  test.each([30, 40, 60, 80, 120])('is no wider than a terminal of %i columns', async (columns) => {
    const names = Object.values(commands).map(({ name }) => name);
    for (const words of [[], ...names.map((name) => [name])]) {
      const { stdout } = await run([...words, '--help'], { stdout: { isTTY: true, columns } });
      // A terminal breaks a command without hurting it: whoever copies it copies one line.
      const [told = ''] = stdout.split('Examples:');
      const tooWide = told.split('\n').filter((line) => line.length > columns && !line.startsWith('Usage:'));
      expect(tooWide).toEqual([]);
    }
  });

  test('is the answer to nothing, as a mistake', async () => {
    const { exitCode, stdout, stderr } = await run([]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: playbook-health');
  });

  test('names every format there is', async () => {
    const { stdout } = await run(['crawl', '--help']);
    const listed = /-f, --format <name>([^;]*);/.exec(stdout)?.[1]?.replace(/\s+/g, ' ').split(/[ ,]+/);
    expect(listed).toEqual(expect.arrayContaining([...(await useCases.reportFormats()).byName.keys()]));
  });

  test('tells the defaults that hold', () => {
    const limits = limitsSchema.parse({});
    for (const { summary, path, value } of paceSettings) {
      const told = /default (\S+)/.exec(summary)?.[1];
      if (told === undefined || typeof value === 'boolean') continue;
      expect({ limits }, summary).toHaveProperty([...path], value.read(told));
    }
  });

  test('tells the version', async () => {
    const { exitCode, stdout } = await run(['--version']);
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  });
});

describe('mistakes', () => {
  test.each([
    [['crwl'], 'there is no command "crwl" (did you mean "crawl"?)'],
    [['help', 'crawl'], 'there is no command "help" (did you mean "--help"?)'],
    [['frobnicate'], `there is no command "frobnicate" (one of ${Object.keys(commands).join(', ')})`],
    [[site], `there is no command "${site}" (did you mean "playbook-health crawl ${site}"?)`],
    [['--verison'], 'there is no option "--verison" (did you mean "--version"?)'],
    [['crawl'], 'there is nothing to walk (give an address, or a configuration with "sources")'],
    [
      ['crawl', 'hub.example'],
      '"hub.example" is not a complete http or https address (did you mean "https://hub.example"?)',
    ],
    [['crawl', site, '--max-dept', '3'], 'there is no option "--max-dept" (did you mean "--max-depth"?)'],
    [['crawl', site, '--all=1'], '--all takes no value'],
    [['demo', '--serve', '--nights', '3'], '--serve and --nights exclude each other'],
    [['crawl', site, '--max-dept=3'], 'there is no option "--max-dept" (did you mean "--max-depth"?)'],
    [['crawl', site, '--max-depth', 'three'], '--max-depth must be a whole number, not "three"'],
    [['crawl', site, '--max-depth'], 'a value is missing after --max-depth (--max-depth <clicks>)'],
    [['crawl', site, '--max-pages', '0'], '--max-pages must be at least 1'],
    [['crawl', site, '--timeout', 'soon'], '--timeout must be a time such as 500ms, 30s or 2m, not "soon"'],
    [['crawl', site, '--timeout', '9999h'], '--timeout must be at most 86400000 (counted in milliseconds)'],
    [['crawl', site, '--max-time', '0m'], '--max-time must be at least 1 (counted in seconds)'],
    [['crawl', site, '--max-body', '1'], '--max-body must be at least 1024 (counted in bytes)'],
    [
      ['crawl', site, '--max-body', '10 apples'],
      '--max-body must be a size such as 500k or 10M, not "10 apples"',
    ],
    [['crawl', site, '--lang', 'de'], '--lang must be one of "en", "ja"'],
    [['crawl', site, '-f', 'jsn'], 'there is no format "jsn" (did you mean "json"?)'],
    [
      ['crawl', site, '-o', '/no/such/folder/a.json'],
      '--output cannot write "/no/such/folder/a.json": there is no folder "/no/such/folder"',
    ],
    [['crawl', site, '--log-file', '/'], '--log-file cannot write "/": it is a folder'],
    [['runs', 'x'], '"x" is one word too many for "runs"'],
    [['report', 'x', 'y'], '"y" is one word too many for "report"'],
  ])('%j', async (words, problem) => {
    const { exitCode, stdout, stderr, asked } = await run(words);
    expect(stderr).toBe(`playbook-health: ${problem}\n`);
    expect([exitCode, stdout, asked]).toEqual([2, '', []]);
  });

  test('an ending that is no format tells those that are', async () => {
    const { stderr } = await run(['crawl', site, '-o', 'report.pdf']);
    expect(stderr).toMatch(
      /^playbook-health: --output names "report.pdf", whose ending no format goes by \(one of .*\.json.*\)\n$/,
    );
  });

  test.each([[['--lang', 'ja']], [['--lang=ja']]])(
    'in a store are told in Japanese with %j',
    async (asking) => {
      const store = temporaryFolder();
      const { exitCode, stderr } = await run(['report', '--store', store, ...asking]);
      expect(stderr).toBe(
        `${store}: この保存先にはまだ巡回がありません (次のコマンドで開始できます: playbook-health crawl URL)\n`,
      );
      expect(exitCode).toBe(2);
    },
  );

  test('are told all at once, and nothing is fetched', async () => {
    const file = join(temporaryFolder(), 'portals.yaml');
    writeFileSync(file, 'colour: red\nlimits:\n  retries: many\n');
    const words = [
      'crawl',
      '-c',
      file,
      'ftp://x/',
      '--retry',
      '3',
      '--per-host',
      'x',
      '--fail-on',
      'all',
      '-f',
      'x',
      '-o',
      '/',
    ];
    const { exitCode, stderr, asked } = await run(words);
    const told = stderr
      .replaceAll(file, 'FILE')
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(/ \(.*/, ''));
    expect(told.sort()).toEqual([
      'FILE:1:1: unknown key "colour"',
      'FILE:3:12: "retries" must be a number, not a text',
      'playbook-health: "ftp://x/" is a "ftp:" address',
      'playbook-health: --fail-on must be one of "broken", "new-broken", "not-checked", "warning", "never"',
      'playbook-health: --output cannot write "/": it is a folder',
      'playbook-health: --output names "/", whose ending no format goes by',
      'playbook-health: --per-host must be a whole number, not "x"',
      'playbook-health: there is no format "x"',
      'playbook-health: there is no option "--retry"',
    ]);
    expect([exitCode, asked]).toEqual([2, []]);
  });

  test('of the store come with exit code 2 as well', async () => {
    const crawl = () =>
      Promise.reject(new SetupError([{ place: { file: 'store' }, message: 'the disk is full' }]));
    const { exitCode, stderr } = await run(['crawl', site], { crawl });
    expect([exitCode, stderr]).toEqual([2, 'store: the disk is full\n']);
  });

  test('of our own are told as such', async () => {
    const { exitCode, stderr } = await run(['crawl', site], {
      crawl: () => Promise.reject(new Error('oops')),
    });
    expect(exitCode).toBe(70);
    expect(stderr).toMatch(/This is a bug: please report it with what follows\.\nError: oops\n +at /);
  });
});

describe('a finding that is accepted', () => {
  type Said = Omit<NotedIssue['issue'], 'pattern'>;
  const accept = async (
    until: string,
    before: Said | null = null,
    after: Said = { reason: 'known', until },
  ): Promise<readonly [exitCode: number, stderr: string]> => {
    const terminal = fakeTerminal();
    const words = ['accept', 'a1b2', '--reason', 'known', '--until', until];
    const exitCode = await main(words, terminal, {
      ...useCases,
      accept: () =>
        Promise.resolve({
          file: 'known-issues.yaml',
          issue: { pattern: 'a', ...after },
          before: before === null ? null : { pattern: 'a', ...before },
        }),
    });
    return [exitCode, terminal.stderr.text()];
  };

  test('is not accepted until a day that has passed', async () => {
    const [exitCode, stderr] = await accept('2026-01-31');
    expect(exitCode).toBe(2);
    expect(stderr.match(/--until 2026-01-31 has passed/g)).toHaveLength(1);
  });

  test('is accepted until a day to come', async () => {
    expect(await accept('2999-12-31')).toEqual([0, expect.stringContaining('Noted in known-issues.yaml.')]);
  });

  test('tells what became of what was noted of it before', async () => {
    const before = { reason: 'moved', owner: 'hub-team', until: '2026-05-31' };
    const until = '2999-12-31';
    const tell = async (after: Said): Promise<string> =>
      (await accept(until, before, after))[1].split(' Name')[0] ?? '';
    expect(await tell({ reason: 'known', owner: 'hub-team', until })).toBe(
      'Noted again in known-issues.yaml. Replaced: reason "moved", until "2026-05-31". Kept: owner "hub-team".',
    );
    expect(await tell({ reason: 'moved', owner: 'hub-team' })).toBe(
      'Noted again in known-issues.yaml. Kept: reason "moved", owner "hub-team". Taken out as it has passed: until "2026-05-31".',
    );
  });
});

describe('what is asked for', () => {
  test('reaches the walk', async () => {
    const words = `crawl ${site} --include /x/ --include /y/ --exclude -z --max-depth 2 --max-pages=9 --no-external --no-robots
      --check-fragments --skip-fragments ^/ --insecure --allow-private --deep --no-probes --no-styles --concurrency 4 --per-host 2 --min-gap 0.5
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

describe('the report', () => {
  test('is all that stdout carries, as text unless told otherwise', async () => {
    const { stdout, stderr, exitCode } = await run(['crawl', site]);
    expect([stderr, exitCode]).toEqual(['', 1]);
    expect(stdout).toContain('Compliance Score Workshop');
    expect(stdout).not.toContain('\u001b');
  });

  test('is in the format asked for, also when quiet', async () => {
    const { stdout } = await run(['crawl', site, '-q', '-f', 'json']);
    expect(JSON.parse(stdout)).toEqual(report);
    expect((await run(['crawl', site, '-q'])).stdout).toBe('');
  });

  test.each([
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ TERM: 'dumb' }, true, false],
    [{}, true, true],
  ])('has colours where they are wanted: %j on a terminal: %j', async (env, isTTY, colour) => {
    const { stdout } = await run(['crawl', site], { env, stdout: { isTTY } });
    expect(stdout.includes('\u001b[')).toBe(colour);
  });

  test('goes to every file, whole, and nothing else is left behind', async () => {
    const folder = temporaryFolder();
    await run(['crawl', site, '-o', join(folder, 'a.json'), '-o', join(folder, 'b.md')]);
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'b.md']);
    expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'))).toEqual(report);
  });

  test('is the step summary on GitHub, too, after what is there already', async () => {
    const summary = join(temporaryFolder(), 'summary');
    writeFileSync(summary, 'before\n');
    const env = { GITHUB_STEP_SUMMARY: summary };
    expect((await run(['crawl', site, '-f', 'github'], { env })).stdout).toMatch(/^::error /);
    expect(readFileSync(summary, 'utf8')).toMatch(
      /^before\n# Playbook health\n[^]*Compliance Score Workshop/,
    );
    await run(['crawl', site, '-f', 'json'], { env });
    await run(['crawl', site, '-f', 'github'], { env: {} });
    expect(readFileSync(summary, 'utf8').split('# Playbook health')).toHaveLength(2);
  });

  test('as a step summary is no larger than GitHub takes, and fails nothing', async () => {
    const summary = join(temporaryFolder(), 'summary');
    writeFileSync(summary, 'x'.repeat(1000));
    const crawl = () => Promise.resolve({ report: largeReport(5000), exitCode: 1 as const });
    await run(['crawl', site, '-f', 'github'], { crawl, env: { GITHUB_STEP_SUMMARY: summary } });
    const size = readFileSync(summary).length;
    expect(size).toBeLessThanOrEqual(1024 ** 2);
    expect(size).toBeGreaterThan(1_000_000);
    expect(readFileSync(summary, 'utf8')).toMatch(
      /There is more to it: `playbook-health report \S+ -f markdown`\n$/,
    );
    const unwritable = { GITHUB_STEP_SUMMARY: '/no/such/folder/summary' };
    expect((await run(['crawl', site, '-f', 'github'], { crawl, env: unwritable })).exitCode).toBe(1);
  });

  test('may be left half-read', async () => {
    const { exitCode, stderr } = await run(['crawl', site], { stdout: { failure: systemError('EPIPE') } });
    expect([exitCode, stderr]).toEqual([1, '']);
  });

  test('that cannot be written is not lost', async () => {
    const { exitCode, stderr } = await run(['crawl', site], { stdout: { failure: systemError('ENOSPC') } });
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      `stdout: the report cannot be written: no space is left on the disk (the run is kept: playbook-health report ${report.run.id})\n`,
    );
    const stdout = { failure: systemError('ENOSPC') };
    expect((await run(['crawl', site, '--store', 'my store'], { stdout })).stderr).toContain(
      `playbook-health report ${report.run.id} --store 'my store')`,
    );
  });
});

test.each([['--help'], ['crawl', '--help'], ['runs']])(
  '%s that cannot be printed says so',
  async (...words) => {
    const { exitCode, stderr } = await run(words, { stdout: { failure: systemError('ENOSPC') } });
    expect([exitCode, stderr]).toEqual([2, 'stdout: this cannot be written: no space is left on the disk\n']);
  },
);

test('a clock that is set back in mid-walk does not go back for it', async () => {
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

describe('a signal', () => {
  const untilStopped = (signal: StopSignal, options: FakeTerminalOptions = {}) => {
    const terminal = fakeTerminal(options);
    const crawl: UseCases['crawl'] = async (_, world) => {
      setImmediate(() => terminal.signal(signal));
      await stopped(world);
      expect(terminal.listeners('SIGINT') + terminal.listeners('SIGTERM')).toBe(0);
      // A shell passes on what the system has sent to everybody already.
      expect(terminal.listeners('SIGHUP')).toBe(signal === 'SIGHUP' ? 1 : 0);
      return { report, exitCode: 4 };
    };
    return { terminal, crawl };
  };

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)(
    '%s ends the walk but not the report, and the next one ends the process',
    async (signal, code) => {
      const { terminal, crawl } = untilStopped(signal);
      expect(await main(['crawl', site], terminal, { ...useCases, crawl })).toBe(code);
      expect(terminal.stdout.text()).toContain('Compliance Score Workshop');
      expect(terminal.stderr.text()).toMatch(/^Stopping: /);
    },
  );

  test('of a terminal that has gone is the reason why nothing can be printed', async () => {
    const gone = { isTTY: true, failure: systemError('EIO') };
    const { terminal, crawl } = untilStopped('SIGHUP', { stdout: gone });
    expect(await main(['crawl', site], terminal, { ...useCases, crawl })).toBe(129);
    expect(terminal.stderr.text()).not.toContain('cannot be written');
  });

  test('that comes again when a terminal has gone is no news', async () => {
    const { terminal, crawl } = untilStopped('SIGHUP');
    await main(['crawl', site], terminal, { ...useCases, crawl });
    for (let time = 0; time < 3; time++) terminal.signal('SIGHUP');
    expect(terminal.listeners('SIGHUP')).toBe(1);
  });

  test('is nobody’s business any more once the work is done', async () => {
    const { terminal } = await run(['crawl', site]);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) expect(terminal.listeners(signal)).toBe(0);
  });

  function stopped({ signal }: World): Promise<void> {
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  }
});

describe('on stderr', () => {
  const crawl: UseCases['crawl'] = (_, world) => {
    world.onProgress(progress);
    world.log.info('looking', { pages: 12 });
    world.log.warn('odd', { host: 'hub.example' });
    return Promise.resolve({ report, exitCode: 0 });
  };
  const onTerminal = { stderr: { isTTY: true, columns: 100 }, crawl };

  test('progress is one line that goes away', async () => {
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

test('the demo leaves its reports in the working directory and is no failure', async () => {
  const folder = temporaryFolder();
  const terminal = fakeTerminal();
  const runDemo: UseCases['runDemo'] = ({ settings }) =>
    Promise.resolve({ report, exitCode: settings.failOn === 'never' ? 0 : 1 });
  const output = ['-o', join(folder, 'report.json')];
  expect(await main(['demo', ...output], terminal, { ...useCases, runDemo })).toBe(0);
  expect(existsSync(join(folder, 'report.json'))).toBe(true);
  expect(terminal.stderr.text()).toContain('broken on purpose');
});

test.each([
  ['en_US.UTF-8', 'a.json, b.md and c.html.\nNext:', 'report --lang ja '],
  ['ja_JP.UTF-8', 'a.json、b.md、c.html\n次の操作:', 'report --lang en '],
])('the demo says where to go next, in the language of %s', async (LANG, files, next) => {
  const folder = temporaryFolder();
  const terminal = fakeTerminal({ env: { LANG } });
  const runDemo: UseCases['runDemo'] = () => Promise.resolve({ report, exitCode: 0 });
  const outputs = ['a.json', 'b.md', 'c.html'].flatMap((name) => ['-o', join(folder, name)]);
  await main(['demo', ...outputs], terminal, { ...useCases, runDemo });
  const told = terminal.stderr.text().replaceAll(join(folder, '/'), '');
  expect(told).toContain(files);
  expect(told).toContain(next);
});

test('the demo heeds every option of reports, night after night, too', async () => {
  const folder = temporaryFolder();
  const heard: unknown[] = [];
  const runDemo: UseCases['runDemo'] = ({ settings }) => {
    heard.push(settings);
    return Promise.resolve({ report, exitCode: 1 });
  };
  const walkNights: UseCases['walkNights'] = async function* ({ settings }) {
    heard.push(settings);
    yield await Promise.resolve({ night: 0, stories: [], report, exitCode: 1 });
  };
  const options = ['--fail-on', 'broken', '--known', 'k.yaml', '--baseline', 'b.json', '--confirm', '2'];
  const output = ['-o', join(folder, 'report.json')];
  for (const more of [[], ['--nights', '2']]) {
    const terminal = fakeTerminal();
    const fakes = { ...useCases, runDemo, walkNights };
    expect(await main(['demo', ...options, ...output, ...more], terminal, fakes)).toBe(1);
  }
  const wanted = { failOn: 'broken', known: 'k.yaml', baseline: 'b.json', confirm: 2 };
  expect(heard).toMatchObject([wanted, wanted]);
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

describe('the nights of the demo', () => {
  const walkNights: UseCases['walkNights'] = async function* (_, world) {
    for (const night of [0, 1]) {
      world.onProgress(progress);
      yield await Promise.resolve({ night, stories: [], report, exitCode: 0 });
    }
  };
  const show = async (...words: readonly string[]) => {
    const terminal = fakeTerminal({ stderr: { isTTY: true, columns: 100 } });
    const exitCode = await main(['demo', '--nights', '2', ...words], terminal, { ...useCases, walkNights });
    return { exitCode, stdout: terminal.stdout.text(), stderr: terminal.stderr.text() };
  };

  test('are told where no status line stands', async () => {
    const line = '\r\u001b[2K12 pages · 345 checked · 6 waiting · 7 broken · 8/s\r\u001b[2K';
    const { stdout, stderr } = await show();
    expect(stdout).toMatch(/^== Night 1 of 2 ==\n[^]*\n== Night 2 of 2 ==\n/);
    expect(stderr).toBe(line + line);
  });

  test('are not told if nothing is to be printed', async () => {
    expect(await show('-q')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect((await show('-q', '-f', 'text')).stdout).toContain('Night 2 of 2');
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

  test.each([0, 1] as const)('is none of the matter of exit code %d where all was seen', async (exitCode) => {
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

describe('what to do next', () => {
  const isTTY = true;
  const command = 'playbook-health report';

  test('is told to whoever reads the report in a terminal, each command on a line of its own', async () => {
    const { stdout, stderr } = await run(['crawl', site], { stdout: { isTTY, columns: 40 } });
    expect(stdout).not.toContain(command);
    expect(stderr.split('\n')).toEqual(expect.arrayContaining([`  ${command} -f markdown`]));
  });

  test('finds the run where it is kept', async () => {
    const { stderr } = await run(['crawl', site, '--store', "/tmp/it's mine"], { stdout: { isTTY } });
    expect(stderr).toContain(`  ${command} --store '/tmp/it'\\''s mine' -o report.html\n`);
  });

  test.each([[['-f', 'json']], [['-q']], [['-o', 'report.md']]])('is not told with %j', async (options) => {
    const folder = temporaryFolder();
    const words = options.map((word) => (word === 'report.md' ? join(folder, word) : word));
    expect((await run(['crawl', site, ...words], { stdout: { isTTY } })).stderr).toBe('');
  });
});
