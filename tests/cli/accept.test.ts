import { describe, expect, test } from 'vitest';
import type { NotedIssue } from '../../src/app/accept-finding.js';
import { main } from '../../src/cli/main.js';
import { useCases } from '../../src/cli/use-cases.js';
import { fakeTerminal } from '../support/fake-terminal.js';

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
          notices: [],
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

  test('says which of its earlier fields were replaced, kept or removed', async () => {
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
