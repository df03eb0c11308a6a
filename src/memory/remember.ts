import type { Finding, Past, Report } from '../model/report.js';
import type { Ledger, LedgerEntry } from './ledger.js';

/** What a run tells about what it did not find. */
export interface Sight {
  /** `opens`: seen, and well. `absent`: nobody leads there any more. `unknown`: it was not seen, or could not be told. */
  readonly stateOf: (url: string) => 'opens' | 'absent' | 'unknown';
  /** When an address was seen open by an earlier run, RFC 3339; `null` if it is not known that it was. */
  readonly openedAt: (url: string) => string | null;
}

/** The ledger after a run, and the report with what it knows. */
export interface Recollection {
  readonly ledger: Ledger;
  readonly report: Report;
}

const longestCourse = 14;

/**
 * Notes a run's findings in the ledger and tells each finding since when it is so. Pure. Noting a run twice changes nothing; what an
 * incomplete run did not see stays as it was.
 */
export function remember(ledger: Ledger, report: Report, sight: Sight): Recollection {
  const noted = ledger.run === report.run.id ? ledger : note(ledger, report, sight);
  const findings = report.findings.map((finding) => {
    const known = noted.entries[finding.id];
    return known === undefined ? finding : { ...finding, past: pastOf(known) };
  });
  return { ledger: noted, report: { ...report, findings, fixed: fixedIn(noted) } };
}

function note(ledger: Ledger, { run, findings }: Report, sight: Sight): Ledger {
  const entries: Record<string, LedgerEntry> = {};
  const found = findings.filter(({ level }) => level !== 'info');
  const heirs = createHeirs(ledger, found);
  for (const finding of found) {
    const known = ledger.entries[finding.id] ?? heirs.claim(finding);
    entries[finding.id] = withFinding(known, finding, run.start, sight);
  }
  for (const [id, known] of Object.entries(ledger.entries)) {
    if (entries[id] !== undefined || heirs.isClaimed(id)) continue;
    const left = withoutFinding(known, run, sight);
    if (left !== null) entries[id] = left;
  }
  return { version: ledger.version, run: run.id, entries };
}

function withFinding(
  known: LedgerEntry | undefined,
  { url, rule, verdict }: Finding,
  now: string,
  { openedAt }: Sight,
): LedgerEntry {
  if (known === undefined)
    return { url, rule, verdict, firstSeen: now, lastHealthy: openedAt(url), nights: 1, course: '!' };
  const lastHealthy = (isFixed(known) ? openedAt(url) : null) ?? known.lastHealthy;
  const course = extend(known.course, '!');
  return { url, rule, verdict, firstSeen: known.firstSeen, lastHealthy, nights: known.nights + 1, course };
}

/**
 * A run that is incomplete tells nothing of what it did not find, even if it saw it; one that could not open all its portals only
 * tells of what was broken itself.
 */
function withoutFinding(known: LedgerEntry, run: Report['run'], sight: Sight): LedgerEntry | null {
  const isPlain = known.verdict === 'broken' && !known.url.includes('#');
  const isSure = run.complete && (run.unreachable.length === 0 || isPlain);
  const state = isSure ? sight.stateOf(known.url) : 'unknown';
  if (state === 'unknown') return known;
  const course = extend(known.course, '.');
  if (!course.includes('!')) return null;
  return { ...known, course, nights: 0, lastHealthy: state === 'opens' ? run.start : known.lastHealthy };
}

/** The same resource may be ill by another rule tonight (404, then 410): that is the old trouble, not a new one. */
function createHeirs(
  { entries }: Ledger,
  found: readonly Finding[],
): {
  readonly claim: (finding: Finding) => LedgerEntry | undefined;
  readonly isClaimed: (id: string) => boolean;
} {
  const present = new Set(found.map(({ id }) => id));
  const orphans = new Map<string, string>();
  for (const [id, { url, verdict, course }] of Object.entries(entries)) {
    if (!present.has(id) && course.endsWith('!')) orphans.set(`${verdict} ${url}`, id);
  }
  const claimed = new Set<string>();
  return {
    claim: ({ verdict, url }) => {
      const id = orphans.get(`${verdict} ${url}`);
      if (id === undefined || claimed.has(id)) return undefined;
      claimed.add(id);
      return entries[id];
    },
    isClaimed: (id) => claimed.has(id),
  };
}

function extend(course: string, mark: '!' | '.'): string {
  return `${course}${mark}`.slice(-longestCourse);
}

function isFixed({ course }: LedgerEntry): boolean {
  return course.endsWith('.');
}

function pastOf({ course, firstSeen, lastHealthy, nights }: LedgerEntry): Past {
  return { course: courseOf(course), firstSeen, lastHealthy, nights };
}

function courseOf(course: string): Past['course'] {
  if (course.endsWith('.')) return 'fixed';
  if (/!\.+!/.test(course)) return 'flapping';
  return course === '!' ? 'new' : 'persisting';
}

/** What was found until the run before. */
function fixedIn({ entries }: Ledger): NonNullable<Report['fixed']> {
  return Object.entries(entries)
    .filter(([, { course }]) => course.endsWith('!.'))
    .map(([id, { url, rule, firstSeen }]) => ({ id, url, rule, firstSeen }))
    .sort((one, other) => (one.url < other.url ? -1 : 1));
}
