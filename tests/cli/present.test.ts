import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { systemError } from '../support/fake-terminal.js';
import { largeReport } from '../support/reports.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { report, run, site } from './run-main.js';

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

  test('may be read by half without an error', async () => {
    const { exitCode, stderr } = await run(['crawl', site], { stdout: { failure: systemError('EPIPE') } });
    expect([exitCode, stderr]).toEqual([1, '']);
  });

  test('that cannot be written is kept in the store, and the command for it is shown', async () => {
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
