import { describe, expect, it } from 'vitest';
import { createDoubts } from '../../src/known-issues/doubts.js';
import { issueFor, type KnownIssue } from '../../src/known-issues/known-issues.js';
import { buildFinding } from '../support/reports.js';

const url = 'https://hub.example/a?b=(c)';
const exact = issueFor(buildFinding({ url }), { reason: 'r' });
const loose: KnownIssue = { pattern: 'hub\\.example/a', reason: 'r' };
const byId: KnownIssue = { pattern: 'a1b2c3d4', reason: 'r' };
const other = 'https://hub.example/b';
const unseen = { id: 'a1b2c3d4', url, isGone: false };
const gone = { ...unseen, isGone: true };

describe('whether an entry that matches nothing is in doubt', () => {
  it.each([
    ['it opens', exact, [[url, true]], [], false],
    ['it does not open, and is no finding', exact, [[url, false], [other, true]], [], true],
    ['its host does not open', exact, [[other, false]], [], true],
    ['its host was not walked', exact, [], [], true],
    ['nobody leads there, and its host opens', exact, [[other, true]], [], false],
    ['nobody leads to its host any more', exact, [], [gone], false],
    ['it was found before, and not seen tonight', exact, [[other, true]], [unseen], true],
    ['it may be anywhere', loose, [[other, true]], [], false],
    ['it may be anywhere, and something like it does not open', loose, [[url, false]], [], true],
    ['it names a finding that was not seen tonight', byId, [[other, true]], [unseen], true],
    ['it names a finding that is gone', byId, [[other, true]], [gone], false],
  ] as const)('%s', (_, issue, seen, remembered, isInDoubt) => {
    const doubts = createDoubts([issue]);
    for (const [address, opens] of seen) doubts.onSeen(address, opens);
    expect(doubts.isInDoubt(issue, remembered, true)).toBe(isInDoubt);
  }); // prettier-ignore

  it('is in doubt where no run remembers it, and something was not read', () => {
    const doubts = createDoubts([exact]);
    doubts.onSeen(other, true);
    expect([doubts.isInDoubt(exact, [], false), doubts.isInDoubt(exact, [gone], false)]).toEqual([
      true,
      false,
    ]);
  });
});
