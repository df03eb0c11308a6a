import { describe, expect, test } from 'vitest';
import * as commands from '../../src/cli/commands/all.js';
import { paceSettings } from '../../src/cli/options/pace.js';
import { useCases } from '../../src/cli/use-cases.js';
import { limitsSchema } from '../../src/model/config.js';
import { systemError } from '../support/fake-terminal.js';
import { run } from './run-main.js';

describe('help', () => {
  test('is the answer to --help, on stdout', async () => {
    const { exitCode, stdout, stderr } = await run(['--help']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('crawl [options] [source...]');
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

  test('is the answer to no arguments, as a mistake', async () => {
    const { exitCode, stdout, stderr } = await run([]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: playbook-health');
  });

  test.each([
    ['crawl', useCases.reportFormats],
    ['changes', useCases.headsUpFormats],
  ])('of %s names every format there is', async (command, formats) => {
    const { stdout } = await run([command, '--help']);
    const listed = /-f, --format <name>([^;]*);/.exec(stdout)?.[1]?.replace(/\s+/g, ' ').split(/[ ,]+/);
    expect(listed).toEqual(expect.arrayContaining([...(await formats()).byName.keys()]));
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

test.each([['--help'], ['crawl', '--help'], ['runs']])(
  '%s that cannot be printed says so',
  async (...words) => {
    const { exitCode, stderr } = await run(words, { stdout: { failure: systemError('ENOSPC') } });
    expect([exitCode, stderr]).toEqual([2, 'stdout: this cannot be written: no space is left on the disk\n']);
  },
);
