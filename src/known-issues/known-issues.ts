import { z } from 'zod';
import { blamedHost } from '../model/finding-id.js';
import { addNotices, seesAll, type Acceptance, type Finding, type Report } from '../model/report.js';
import { isTaskAddress } from '../model/lost-document.js';
import type { Text } from '../model/text.js';

const day = z.iso.date();

/** A finding, or all whose addresses match, that somebody has looked at and accepts for now. */
export const knownIssueSchema = z.strictObject({
  pattern: z
    .string()
    .min(1)
    .refine(
      isPattern,
      'is not a regular expression: a backslash makes a special character plain, as in "\\."',
    )
    .describe('the id of a finding, or a regular expression matched anywhere in its address'),
  rule: z.string().optional().describe('only what this rule found'),
  reason: z.string().min(1),
  owner: z.string().optional(),
  until: day.optional().describe('the last day it is accepted'),
});
export const knownIssuesSchema = z.array(knownIssueSchema);
export type KnownIssue = Readonly<z.infer<typeof knownIssueSchema>>;

/** What decides whether an entry still holds. */
export interface Circumstances {
  /** `YYYY-MM-DD`, UTC */
  readonly today: string;
  /** Whether an entry that matches nothing tonight may match again. */
  readonly isInDoubt: (issue: KnownIssue) => boolean;
}

/** Marks what is accepted, and says which entries have expired or no longer match anything. */
export function acceptKnown(
  report: Report,
  issues: readonly KnownIssue[],
  { today, isInDoubt }: Circumstances,
): Report {
  if (issues.length === 0) return report;
  const tests = issues.map((issue) => ({ issue, matches: matcherOf(issue), used: false }));
  const findings = report.findings.map((finding) => {
    const host = blamedHost(finding);
    for (const test of tests) {
      if (!test.matches(finding, host)) continue;
      test.used = true;
      if (!isExpired(test.issue, today)) return { ...finding, accepted: acceptanceOf(test.issue) };
    }
    return finding;
  });
  // What an incomplete run did not see may still be there.
  const isSure = seesAll(report.run);
  const notices = tests.flatMap(({ issue, used }) => {
    if (isExpired(issue, today)) return [expired(issue)];
    return used || !isSure || isInDoubt(issue) ? [] : [unused(issue)];
  });
  return addNotices({ ...report, findings }, notices);
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** Whoever accepts a host that is down accepts it whatever links to it are left. */
function matcherOf({ pattern, rule }: KnownIssue): (finding: Finding, host: string | null) => boolean {
  const address = new RegExp(pattern, 'u');
  return (finding, host) =>
    (rule === undefined || rule === finding.rule) &&
    (pattern === finding.id || address.test(finding.url) || (host !== null && address.test(host)));
}

function isExpired({ until }: KnownIssue, today: string): boolean {
  return until !== undefined && until < today;
}

function acceptanceOf({ reason, owner, until }: KnownIssue): Acceptance {
  return { reason, owner: owner ?? null, until: until ?? null };
}

function expired({ pattern, until = '', owner }: KnownIssue): Text {
  return {
    en: `The known issue "${pattern}" expired on ${until}${owner === undefined ? '' : ` (owner: ${owner})`}.`,
    ja: `既知の問題「${pattern}」の期限 ${until} が過ぎています${owner === undefined ? '' : ` (担当: ${owner})`}。`,
  };
}

function unused({ pattern }: KnownIssue): Text {
  return {
    en: `The known issue "${pattern}" matches nothing any more: take it out.`,
    ja: `既知の問題「${pattern}」に該当するものがなくなりました。削除してください。`,
  };
}

/** An entry that is accepted again: what is not given again stays, except an end date that has passed. */
export function renewIssue(before: KnownIssue, anew: KnownIssue, today: string): KnownIssue {
  const { owner, until } = before;
  return {
    ...(owner === undefined ? {} : { owner }),
    ...(until === undefined || isExpired(before, today) ? {} : { until }),
    ...anew,
  };
}

/** The entry that accepts one finding. */
export function issueFor(
  finding: Finding,
  { reason, owner, until }: Omit<KnownIssue, 'pattern'>,
): KnownIssue {
  return {
    pattern: isTaskAddress(finding.url) ? finding.id : patternOf(finding.url),
    rule: finding.rule,
    reason,
    ...(owner === undefined ? {} : { owner }),
    ...(until === undefined ? {} : { until }),
  };
}

function patternOf(url: string): string {
  return `^${url.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}$`;
}
