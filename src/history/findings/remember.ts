import { compareTexts } from '../../kit/text/compare-texts.js';
import { blamedHost, isWider } from '../../model/finding-id.js';
import { seesAll, type Finding, type Past, type Report } from '../../model/report.js';
import type { Sight, Sighted } from '../../model/sight.js';
import { findHeirs } from './heirs.js';
import type { Ledger, LedgerEntry, LedgerState } from '../ledger.js';
import { seeDocuments } from './see-documents.js';

const longestCourse = 14;

/**
 * What was known before a run, whether or not that was noted already; `null` if a later one was noted: then it is too late to
 * tell what came before its findings.
 */
export function knownBefore(ledger: Ledger, run: string): LedgerState | null {
  if (ledger.run === run) return ledger.before ?? ledger;
  return ledger.run !== null && ledger.run > run ? null : ledger;
}

/**
 * Notes a run's findings. Pure. Noting a run again, as when it was resumed, replaces what was noted about it; what an incomplete
 * run did not see stays as it was; a run older than the last one changes nothing.
 */
export function noteRun(ledger: Ledger, report: Report, sight: Sight): Ledger {
  const before = knownBefore(ledger, report.run.id);
  if (before === null) return ledger;
  const { run, sawAll, entries, notices, changes } = before;
  return {
    version: ledger.version,
    run: report.run.id,
    sawAll: seesAll(report.run),
    entries: noteFindings(before, report, sight),
    notices,
    changes: ledger.run === report.run.id ? [...new Set([...changes, ...ledger.changes])] : changes,
    before: { run, sawAll, entries, notices, changes },
    standing: ledger.standing,
    undone: ledger.run === report.run.id ? ledger.undone : [],
    ended: ledger.ended,
  };
}

/**
 * Adds to the report of the run that was noted last how long each finding has been there, and what was no longer found. Reports
 * of other runs stay as they are.
 */
export function addPast(ledger: Ledger, report: Report): Report {
  if (ledger.run !== report.run.id) return report;
  const findings = report.findings.map((finding) => {
    const known = ledger.entries[finding.id];
    return known === undefined ? finding : { ...finding, past: pastOf(known) };
  });
  return { ...report, findings, fixed: fixedIn(ledger) };
}

function noteFindings(before: LedgerState, report: Report, sight: Sight): Ledger['entries'] {
  const { run, findings } = report;
  const entries: Record<string, LedgerEntry> = {};
  const known = establish(before);
  const found = findings.filter(({ level }) => level !== 'info');
  const heirs = findHeirs(known, found);
  for (const finding of found) {
    const id = heirs.get(finding.id) ?? finding.id;
    entries[finding.id] = withFinding(known[id], finding, run.start, sight);
  }
  const inherited = new Set(heirs.values());
  const stateOf = seeDocuments(report, sight);
  const lists = new Set(report.taskLists.map(({ name }) => name));
  for (const [id, entry] of Object.entries(known)) {
    if (entries[id] !== undefined || inherited.has(id)) continue;
    // Lists are fetched beside the walk: one that is not found unreadable was read.
    const isRead = entry.rule === 'task-list' && lists.has(entry.url);
    const left = withoutFinding(entry, run, isRead ? 'opens' : stateOf({ id, url: entry.url }));
    if (left !== null) entries[id] = left;
  }
  return entries;
}

/** The entries as a further run finds them. */
function establish({ entries, sawAll }: LedgerState): Ledger['entries'] {
  if (!sawAll) return entries;
  return Object.fromEntries(
    Object.entries(entries).map(([id, entry]) => [id, { ...entry, established: entry.nights }]),
  );
}

function withFinding(
  known: LedgerEntry | undefined,
  finding: Finding,
  now: string,
  { openedAt }: Sight,
): LedgerEntry {
  const { url, rule, verdict } = finding;
  const tonight = { url, rule, verdict };
  if (known === undefined)
    return {
      ...tonight,
      firstSeen: now,
      lastHealthy: openedAt(url),
      nights: 1,
      course: '!',
      established: 0,
      told: 'nothing',
    };
  const lastHealthy = (isFixed(known) ? openedAt(url) : null) ?? known.lastHealthy;
  const course = extend(known.course, '!');
  const nights = known.nights + 1;
  if (isWider(finding, known.url))
    return { ...known, ...tonight, lastHealthy, nights, established: 0, course };
  // Other links to a host may only not have been seen.
  const lasting = known.url === blamedHost(finding) ? known.url : url;
  return { ...known, ...tonight, url: lasting, lastHealthy, nights, course };
}

/**
 * An incomplete run says nothing about what it did not find, even if it saw that; one that could not open all its portals says
 * something only about what was broken itself.
 */
function withoutFinding(known: LedgerEntry, run: Report['run'], seen: Sighted): LedgerEntry | null {
  const isPlain = known.verdict === 'broken' && !known.url.includes('#');
  const isSure = run.complete && (run.unreachable.length === 0 || isPlain);
  const state = isSure ? seen : 'unknown';
  if (state === 'unknown') return known;
  const course = extend(known.course, '.');
  if (!course.includes('!')) return null;
  return {
    ...known,
    course,
    nights: 0,
    established: 0,
    lastHealthy: state === 'opens' ? run.start : known.lastHealthy,
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

/** What was found up to the run before and is gone now; what this run did not see, an earlier one has reported. */
function fixedIn({ entries, before }: Ledger): NonNullable<Report['fixed']> {
  return Object.entries(entries)
    .filter(([id, { course }]) => course.endsWith('!.') && before?.entries[id]?.course !== course)
    .map(([id, { url, rule, firstSeen }]) => ({ id, url, rule, firstSeen }))
    .sort((one, other) => compareTexts(one.url, other.url));
}
