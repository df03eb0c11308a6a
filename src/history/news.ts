import { withoutRootSlash } from '../kit/urls/url.js';
import { isConfirmed } from '../model/counting.js';
import { seesAll, type Finding, type Report } from '../model/report.js';
import { tellings, type Ledger, type LedgerEntry, type Telling } from './ledger.js';

/** Why a run may be worth somebody's attention. */
export interface Occasion {
  /** Findings that make the run fail. */
  readonly alarms: readonly Finding[];
  /** Findings count once they have been found in this many runs in a row. */
  readonly confirm: number;
  /** By rule, in how many runs in a row a finding has to be there to be news. */
  readonly nightsUntilNews: (rule: string) => number;
}

/**
 * Whether a run that was noted has anything to say that was not told before: a finding that is due for the first time or makes
 * the run fail for the first time; that one told before is gone; a change; a new notice; or that the walk could not see
 * everything. Without a run to compare with, everything is news.
 */
export function isNews(ledger: Ledger, report: Report, occasion: Occasion): boolean {
  const { run, findings, fixed = [], changes, undone = [], notices = [] } = report;
  if (ledger.run !== run.id || !seesAll(run) || changes === undefined) return true;
  if (notices.some((notice) => !ledger.notices.includes(notice))) return true;
  const toldOf = (id: string): Telling => ledger.entries[id]?.told ?? 'nothing';
  const telling = tellingBy(occasion);
  if (findings.some((finding) => isLouder(telling(finding), toldOf(finding.id)))) return true;
  if (fixed.some(({ id }) => toldOf(id) !== 'nothing')) return true;
  const quiet = new Set([
    ...findings
      .filter((one) => one.level !== 'info' && telling(one) === 'nothing')
      .map(({ url }) => withoutRootSlash(url)),
    ...fixed.map(({ url }) => withoutRootSlash(url)),
  ]);
  return [...changes.changes, ...undone].some(
    ({ kind, url }) => (kind !== 'broke' && kind !== 'fixed') || !quiet.has(withoutRootSlash(url)),
  );
}

/** Notes what a run that was noted tells. Pure. */
export function noteTold(ledger: Ledger, report: Report, occasion: Occasion): Ledger {
  if (ledger.run !== report.run.id) return ledger;
  const telling = tellingBy(occasion);
  const tonight = new Map(report.findings.map((finding) => [finding.id, telling(finding)]));
  const told = (id: string, entry: LedgerEntry): Telling =>
    tonight.get(id) ?? (entry.nights === 0 ? 'nothing' : entry.told);
  const entries = Object.entries(ledger.entries).map(
    ([id, entry]) => [id, { ...entry, told: told(id, entry) }] as const,
  );
  // A run that did not see everything leaves some notices out.
  const earlier = ledger.sawAll ? [] : ledger.notices;
  const notices = [...new Set([...earlier, ...(report.notices ?? [])])];
  return { ...ledger, entries: Object.fromEntries(entries), notices };
}

function tellingBy({ alarms, confirm, nightsUntilNews }: Occasion): (finding: Finding) => Telling {
  const failing = new Set(alarms.map(({ id }) => id));
  return (finding) => {
    if (failing.has(finding.id)) return 'alarm';
    const nights = Math.max(confirm, nightsUntilNews(finding.rule));
    return finding.level === 'info' || !isConfirmed(finding, nights) ? 'nothing' : 'shown';
  };
}

function isLouder(one: Telling, other: Telling): boolean {
  return tellings.indexOf(one) > tellings.indexOf(other);
}
