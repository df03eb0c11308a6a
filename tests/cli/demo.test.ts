import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.js';
import { useCases, type UseCases } from '../../src/cli/use-cases.js';
import { columnsOf } from '../../src/kit/text/display-width.js';
import { fakeTerminal } from '../support/fake-terminal.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { progress, report } from './run-main.js';

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
  expect(Math.max(...told.split('\n').map(columnsOf))).toBeLessThan(80);
});

test('what is wrong with the nights is said along with all other mistakes', async () => {
  const terminal = fakeTerminal();
  expect(await main(['demo', '--nights', '9', '--confirm', 'x'], terminal, useCases)).toBe(2);
  expect(terminal.stderr.text()).toContain('--nights must be a number from 2 to 7, not "9"');
  expect(terminal.stderr.text()).toContain('--confirm');
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
