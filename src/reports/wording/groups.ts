import type { Finding, Report } from '../../model/report.js';
import type { State } from '../../model/verdict.js';
import type { Speech } from './speech.js';
import type { Word } from './words.js';

/** States in the order for readers: what stops a partner first. */
export const worstFirst = [
  'broken',
  'not-checked',
  'redirected',
  'healthy',
] as const satisfies readonly State[];

/** The headings above the findings of a state. */
const groupHeadings = {
  broken: 'headingBroken',
  'not-checked': 'headingNotChecked',
  redirected: 'headingRedirected',
  healthy: 'headingHealthy',
} as const satisfies Readonly<Record<State, Word>>;

/** The findings of one state, worst first. Never empty. */
export interface Group {
  readonly state: State;
  readonly findings: readonly Finding[];
}

/** The heading of a group: how many findings, and how many resources where that differs. */
export function describeGroup({ state, findings }: Group, { totals }: Report, { say }: Speech): string {
  const resources = totals.byVerdict[state];
  const isSame = state === 'healthy' || resources === findings.length;
  const count = say(isSame ? 'groupFindings' : 'groupFindingsOf', { findings: findings.length, resources });
  return `${say(groupHeadings[state])} (${count})`;
}

/** The findings by state, worst state first, each group in the order for readers. */
export function groupFindings(report: Report): readonly Group[] {
  const findings = (isFirst(report) ? report.findings.map(withoutNews) : report.findings).toSorted(byWeight);
  return worstFirst
    .map((state) => ({ state, findings: findings.filter(({ verdict }) => verdict === state) }))
    .filter(({ findings }) => findings.length > 0);
}

/** What stops most tasks first, then what stands for most resources, then what is linked most often. */
function byWeight(one: Finding, other: Finding): number {
  return (
    other.tasks.length - one.tasks.length ||
    other.affected - one.affected ||
    other.referrers.length - one.referrers.length
  );
}

/** Whether no earlier run of these portals is known. */
function isFirst({ trend, changes }: Report): boolean {
  return trend === undefined && changes === undefined;
}

/** In a first run everything is new, so saying it of each finding tells nothing. */
function withoutNews(finding: Finding): Finding {
  const { past, ...rest } = finding;
  return past?.course === 'new' ? rest : finding;
}

/** How many resources there are of each state, worst first, and their share of all (0 to 1). */
export function tallyStates({ totals }: Report): readonly { state: State; count: number; share: number }[] {
  return worstFirst.map((state) => {
    const count = totals.byVerdict[state];
    return { state, count, share: totals.resources === 0 ? 0 : count / totals.resources };
  });
}
