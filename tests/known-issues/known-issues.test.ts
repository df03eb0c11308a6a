import { describe, expect, it } from 'vitest';
import { addKnownIssue, readKnownIssues } from '../../src/known-issues/file.js';
import { acceptKnown, issueFor, renewIssue, type KnownIssue } from '../../src/known-issues/known-issues.js';
import type { Finding } from '../../src/model/report.js';
import { buildFinding, buildReport } from '../support/reports.js';

const ill = buildFinding({ id: 'one', url: 'https://hub.example/a?b=(c)', rule: 'not-found' });
const issue: KnownIssue = {
  pattern: 'hub\\.example/a',
  reason: 'retired',
  owner: 'Mori',
  until: '2026-12-31',
};
const today = '2026-11-22';
const on = (day: string) => ({ today: day, isInDoubt: () => false });
const held = (issues: readonly KnownIssue[], day = today) => acceptKnown(buildReport([ill]), issues, on(day));

describe('known issues', () => {
  it('mark what they match, by address or by id', () => {
    const accepted = { reason: 'retired', owner: 'Mori', until: '2026-12-31' };
    expect(held([issue]).findings[0]?.accepted).toEqual(accepted);
    expect(held([{ ...issue, pattern: 'one' }]).findings[0]?.accepted).toEqual(accepted);
    expect(held([{ ...issue, rule: 'gone' }]).findings[0]?.accepted).toBeUndefined();
  });

  it('accept one document of a task, not all that it needs', () => {
    const lost = { rule: 'missing-document', url: '/home/mori/list.csv#Task4122' } as const;
    const [deck, guide] = ['a1', 'b2'].map((id) => buildFinding({ ...lost, id })) as [Finding, Finding];
    const { findings } = acceptKnown(
      buildReport([deck, guide]),
      [issueFor(deck, { reason: 'r' })],
      on(today),
    );
    expect(findings.map(({ accepted }) => accepted?.reason)).toEqual(['r', undefined]);
  });

  it('are told when they have expired, from the day after', () => {
    expect(held([issue], '2026-12-31')).toMatchObject({ notices: [] });
    const late = held([issue], '2027-01-01');
    expect(late.findings[0]?.accepted).toBeUndefined();
    expect(late.notices).toEqual([expect.stringContaining('expired on 2026-12-31')]);
  });

  it('are told when they match nothing, if everything was seen', () => {
    const stale = { ...issue, pattern: 'elsewhere' };
    expect(held([stale]).notices).toEqual([expect.stringContaining('matches nothing')]);
    const report = buildReport([ill]);
    const cut = { ...report, run: { ...report.run, complete: false } };
    expect(acceptKnown(cut, [stale], on(today)).notices).toEqual([]);
    const doubting = { today, isInDoubt: () => true };
    expect(acceptKnown(buildReport([ill]), [stale], doubting).notices).toEqual([]);
  });
});

describe('the file of known issues', () => {
  const file = 'known.yaml';

  it('keeps its comments and its order when an entry is added', () => {
    const text = '# Looked at on Mondays.\n- pattern: old # since 2024\n  reason: kept for auditors\n';
    const added = addKnownIssue(text, issueFor(ill, { reason: 'moved: soon', until: '2027-01-31' }));
    expect(added.startsWith(text)).toBe(true);
    expect(readKnownIssues(added, file)).toMatchObject({
      problems: [],
      issues: [{ pattern: 'old' }, { reason: 'moved: soon' }],
    });
  });

  it.each(['', '# Nothing yet.', '# Nothing yet.\n', '[]'])('takes a first entry into %j', (text) => {
    const added = addKnownIssue(text, issueFor(ill, { reason: 'r' }));
    const { issues, problems } = readKnownIssues(added, file);
    expect(problems).toEqual([]);
    expect(acceptKnown(buildReport([ill]), issues, on(today)).findings[0]?.accepted?.reason).toBe('r');
    expect(added).toContain(text.trim().replace('[]', ''));
  });

  it('tells all mistakes at once', () => {
    const text = '- pattern: "("\n  reason: r\n- pattern: a\n- reason: r\n  until: 2027-02-30\n';
    const lines = readKnownIssues(text, file).problems.map(({ place }) => place.line);
    expect(lines).toEqual([1, 3, 4, 5]);
  });

  it('holds one entry for one thing, which can be renewed', () => {
    const text = '- pattern: old\n  reason: r # as agreed\n';
    const once = addKnownIssue(text, issueFor(ill, { reason: 'soon', owner: 'Mori', until: '2027-01-31' }));
    const twice = addKnownIssue(once, issueFor(ill, { reason: 'later', until: '2027-02-28' }));
    expect(twice).toContain('# as agreed');
    expect(readKnownIssues(twice, file).issues).toEqual([
      { pattern: 'old', reason: 'r' },
      issueFor(ill, { reason: 'later', until: '2027-02-28' }),
    ]);
    expect(
      addKnownIssue(twice, issueFor({ ...ill, rule: 'gone' }, { reason: 'r' })).split('pattern'),
    ).toHaveLength(4);
  });

  it('keeps what is not said again when an entry is renewed, but an end that has passed', () => {
    const again = { pattern: issue.pattern, reason: 'still' };
    expect(renewIssue(issue, again, '2026-12-31')).toEqual({ ...issue, reason: 'still' });
    expect(renewIssue(issue, again, '2027-01-01')).toEqual({ ...again, owner: 'Mori' });
    const other = { ...again, owner: 'Sato', until: '2027-06-30' };
    expect(renewIssue(issue, other, today)).toEqual(other);
  });

  it.each([
    ['- pattern: "("\n  reason: r\n', '1:12', 'not a regular expression'],
    ['- reason: r\n', '1:3', 'no "pattern"'],
    ['- pattern: a\n  reason: r\n  until: soon\n', '3:10', 'until'],
    ['- pattern: a\n  reason: r\n  color: red\n', '3:10', 'unknown key "color"'],
    ['- pattern: a\n  reason: r\n- reason: r\n', '3:3', 'no "pattern"'],
    ['- pattern: a\n  reason: ""\n', '2:11', 'must not be empty'],
    ['- pattern: a\n  reason: 5\n', '2:11', 'must be a text'],
    ['- a\n', '1:3', 'is no entry'],
    ['pattern: a\n', '1:1', 'must be a list'],
    ['- [', '1:', ''],
  ])('says where %j is wrong', (text, place, message) => {
    const { problems, issues } = readKnownIssues(text, file);
    expect(issues).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
    expect(`${problems[0]?.place.line}:${problems[0]?.place.column}`).toContain(place.replace(/:$/, ''));
    expect(problems[0]?.message).toContain(message);
  });
});
