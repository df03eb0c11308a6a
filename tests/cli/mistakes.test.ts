import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as commands from '../../src/cli/commands/all.js';
import { SetupError } from '../../src/model/problem.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { run, site } from './run-main.js';

describe('mistakes', () => {
  test.each([
    [['crwl'], 'there is no command "crwl" (did you mean "crawl"?)'],
    [['help', 'crawl'], 'there is no command "help" (did you mean "--help"?)'],
    [['frobnicate'], `there is no command "frobnicate" (one of ${Object.keys(commands).join(', ')})`],
    [[site], `there is no command "${site}" (did you mean "playbook-health crawl ${site}"?)`],
    [['--verison'], 'there is no option "--verison" (did you mean "--version"?)'],
    [
      ['crawl'],
      'there is nothing to walk (give an address, a file or a folder, or a configuration with "sources")',
    ],
    [
      ['crawl', 'hub.example'],
      '"hub.example" is neither a file or folder that is there nor a complete http or https address (did you mean "https://hub.example"?)',
    ],
    [['crawl', site, '--max-dept', '3'], 'there is no option "--max-dept" (did you mean "--max-depth"?)'],
    [['crawl', site, '--all=1'], '--all takes no value'],
    [['demo', '--serve', '--nights', '3'], '--serve and --nights exclude each other'],
    [['crawl', site, '--max-dept=3'], 'there is no option "--max-dept" (did you mean "--max-depth"?)'],
    [['crawl', site, '--offline'], 'there is no option "--offline" (did you mean "--no-external"?)'],
    [
      ['crawl', site, '--header', 'Authorization: Bearer x'],
      'there is no option "--header" (it goes into a configuration, as "credentials" of a source: see config/example.yaml)',
    ],
    [['runs', '--threads', '3'], 'there is no option "--threads" (see --help)'],
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

  test('an ending of no format is answered with those that have one', async () => {
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

  test('of the program itself are reported as bugs', async () => {
    const { exitCode, stderr } = await run(['crawl', site], {
      crawl: () => Promise.reject(new Error('oops')),
    });
    expect(exitCode).toBe(70);
    expect(stderr).toMatch(/This is a bug: please report it with what follows\.\nError: oops\n +at /);
  });
});
