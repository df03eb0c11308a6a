import { describe, expect, test } from 'vitest';
import type { World } from '../../src/app/context/world.js';
import { main } from '../../src/cli/main.js';
import type { StopSignal } from '../../src/cli/terminal/terminal.js';
import { useCases, type UseCases } from '../../src/cli/use-cases.js';
import { fakeTerminal, systemError, type FakeTerminalOptions } from '../support/fake-terminal.js';
import { report, run, site } from './run-main.js';

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

  test('of a closed terminal is reported instead of failures to print', async () => {
    const gone = { isTTY: true, failure: systemError('EIO') };
    const { terminal, crawl } = untilStopped('SIGHUP', { stdout: gone });
    expect(await main(['crawl', site], terminal, { ...useCases, crawl })).toBe(129);
    expect(terminal.stderr.text()).not.toContain('cannot be written');
  });

  test('that a closed terminal sends again is ignored', async () => {
    const { terminal, crawl } = untilStopped('SIGHUP');
    await main(['crawl', site], terminal, { ...useCases, crawl });
    for (let time = 0; time < 3; time++) terminal.signal('SIGHUP');
    expect(terminal.listeners('SIGHUP')).toBe(1);
  });

  test('is not listened for once the work is done', async () => {
    const { terminal } = await run(['crawl', site]);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) expect(terminal.listeners(signal)).toBe(0);
  });

  function stopped({ signal }: World): Promise<void> {
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  }
});
