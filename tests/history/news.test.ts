import { describe, expect, it } from 'vitest';
import { findAlarms } from '../../src/findings/exit-code.js';
import { applyPast } from '../../src/history/baseline.js';
import { emptyLedger } from '../../src/history/ledger.js';
import { isNews, noteTold } from '../../src/history/news.js';
import { nightsUntilNews } from '../../src/verdicts/rule-set.js';
import type { Change, HeadsUp } from '../../src/model/change.js';
import type { Finding, Report } from '../../src/model/report.js';
import type { Threshold } from '../../src/model/threshold.js';
import { buildFinding } from '../support/reports.js';
import { buildChange, buildHeadsUp } from '../support/heads-ups.js';
import { ill, remember, tonight, unseen, well } from './nights.js';

/** What one night shows; nothing changed unless told. */
interface Night {
  readonly findings?: readonly Finding[];
  readonly changes?: readonly Change[];
  readonly run?: Partial<Report['run']>;
  readonly notices?: string[];
  readonly accepted?: boolean;
}

/** Whether each night is news, one character each: `x` silent with exit code 1, `X` told with it, `.` silent, `o` told. */
function nightsOf(nights: readonly Night[], confirm = 1, failOn: Threshold = 'broken'): string {
  let ledger = emptyLedger;
  return nights
    .map(({ findings = [], changes = [], run = {}, notices = [], accepted = false }, night) => {
      const shown = { ...tonight(night, findings, run), changes: headsUpOf(changes) };
      const told = remember(ledger, shown, findings.length > 0 ? unseen : well);
      const past = applyPast(told.report, told.ledger, confirm);
      const acceptance = accepted ? { accepted: { reason: 'r', owner: null, until: null } } : {};
      const report = { ...past, notices, findings: past.findings.map((one) => ({ ...one, ...acceptance })) };
      const alarms = findAlarms(report, failOn, confirm);
      const occasion = { alarms, confirm, nightsUntilNews };
      const isHeard = isNews(told.ledger, report, occasion);
      ledger = noteTold(told.ledger, report, occasion);
      return alarms.length > 0 ? (isHeard ? 'X' : 'x') : isHeard ? 'o' : '.';
    })
    .join('');
}

function headsUpOf(changes: readonly Change[]): HeadsUp {
  return { ...buildHeadsUp([...changes]), changes: [...changes] };
}

const broke = buildChange({ kind: 'broke', url: ill.url });
const mended = buildChange({ kind: 'fixed', url: ill.url });
const bad: Night = { findings: [ill] };
const good: Night = {};
const cut: Night = { run: { complete: false } };

describe('what is news', () => {
  it.each<[string, readonly Night[], number, string]>([
    ['nothing', [good, good], 1, '..'],
    ['what breaks, once', [good, { ...bad, changes: [broke] }, bad, bad], 1, '.Xxx'],
    ['what is mended, once', [bad, { changes: [mended] }, good], 1, 'Xo.'],
    ['the night of the alarm, not the one before', [bad, bad, bad, bad], 3, '..Xx'],
    ['neither what breaks nor what is mended before it is confirmed', [{ ...bad, changes: [broke] }, { changes: [mended] }], 2, '..'],
    ['any other change', [{ ...bad, changes: [buildChange({ kind: 'updated', url: ill.url })] }], 3, 'o'],
    ['a night that was cut short, and nothing because of it', [bad, cut, bad], 1, 'Xox'],
    ['a portal that is down', [good, { run: { unreachable: ['https://hub.example/'] } }, good], 1, '.o.'],
    ['a notice, once', [{ notices: ['expired'] }, { notices: ['expired'] }, { notices: ['expired', 'stale'] }], 1, 'o.o'],
    ['a notice, though a night was cut short', [{ notices: ['stale'] }, cut, { notices: ['stale'] }], 1, 'oo.'],
    ['what is accepted no more', [{ ...bad, accepted: true }, { ...bad, accepted: true }, bad, bad], 1, 'o.Xx'],
  ])('%s', (_, nights, confirm, course) => {
    expect(nightsOf(nights, confirm)).toBe(course);
  }); // prettier-ignore

  it('what opened only at a second try, once it did so two nights in a row', () => {
    const flaky = {
      findings: [buildFinding({ ...ill, rule: 'flaky', verdict: 'healthy', level: 'warning' })],
    };
    expect(nightsOf([good, flaky, good, flaky, flaky, flaky, good, good])).toBe('....o.o.');
    expect(nightsOf([flaky, flaky, flaky, good], 3)).toBe('..oo');
  });

  it('an alarm for what opened only at a second try, where a run is to fail for that', () => {
    const flaky = {
      findings: [buildFinding({ ...ill, rule: 'flaky', verdict: 'healthy', level: 'warning' })],
    };
    expect(nightsOf([good, flaky], 1, 'warning')).toBe('.X');
  });

  it('an alarm for what was only shown before', () => {
    const slow = buildFinding({ ...ill, verdict: 'healthy', level: 'warning' });
    expect(nightsOf([{ findings: [slow] }, { findings: [slow] }])).toBe('o.');
    expect(
      nightsOf([{ findings: [slow] }, { findings: [{ ...slow, verdict: 'broken', level: 'error' }] }]),
    ).toBe('oX');
  });

  it('everything if there is no run to compare with', () => {
    const { ledger, report } = remember(emptyLedger, tonight(0, []), well);
    expect(isNews(ledger, report, { alarms: [], confirm: 1, nightsUntilNews })).toBe(true);
  });
});
