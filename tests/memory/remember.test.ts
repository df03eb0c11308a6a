import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBaseline, applyPast, baselineOf } from '../../src/memory/baseline.js';
import { emptyLedger, ledgerSchema, type Ledger } from '../../src/memory/ledger.js';
import { remember, type Sight } from '../../src/memory/remember.js';
import type { Finding, Report } from '../../src/model/report.js';
import { buildFinding, buildReport } from '../support/reports.js';

const ill = buildFinding({ id: 'one', url: 'https://hub.example/a', rule: 'not-found' });
const well: Sight = { stateOf: () => 'opens', openedAt: () => null };
const unseen: Sight = { stateOf: () => 'unknown', openedAt: () => null };

const start = (night: number): string => new Date(Date.UTC(2026, 10, 1 + night)).toISOString();

function tonight(night: number, findings: readonly Finding[], run: Partial<Report['run']> = {}): Report {
  const report = buildReport(findings);
  return { ...report, run: { ...report.run, id: `run-${night}`, start: start(night), ...run } };
}

/** Night after night: what is found (`!`), what is seen well (`.`), what is not seen (`?`). */
function live(course: string): { readonly ledger: Ledger; readonly report: Report } {
  let ledger = emptyLedger;
  let report = tonight(0, []);
  course.split(/(?=.)/).forEach((mark, night) => {
    const told = remember(ledger, tonight(night, mark === '!' ? [ill] : []), mark === '?' ? unseen : well);
    ({ ledger, report } = told);
  });
  return { ledger, report };
}

const pastOf = (course: string) => live(course).report.findings[0]?.past;

describe('the memory of a finding', () => {
  it.each([
    ['!', { course: 'new', nights: 1, firstSeen: start(0), lastHealthy: null }],
    ['!!!', { course: 'persisting', nights: 3, firstSeen: start(0), lastHealthy: null }],
    ['!'.repeat(20), { course: 'persisting', nights: 20, firstSeen: start(0), lastHealthy: null }],
    ['!?!', { course: 'persisting', nights: 2, firstSeen: start(0), lastHealthy: null }],
    ['!.!', { course: 'flapping', nights: 1, firstSeen: start(0), lastHealthy: start(1) }],
    ['!..............!', { course: 'new', nights: 1, firstSeen: start(15), lastHealthy: null }],
  ])('after %s', (course, past) => {
    expect(pastOf(course)).toEqual(past);
  });

  it('tells once what is fixed', () => {
    expect(live('!!.').report.fixed).toMatchObject([{ id: 'one', firstSeen: start(0) }]);
    expect(live('!!..').report.fixed).toEqual([]);
    expect(live('!?').report.fixed).toEqual([]);
  });

  it('counts a run once, however often it is told', () => {
    const { ledger } = live('!!');
    const again = remember(ledger, tonight(1, [ill]), well);
    expect(again.ledger).toBe(ledger);
    expect(again.report.findings[0]?.past?.nights).toBe(2);
  });

  it('is not misled by a run that is incomplete, or that could not open its portals', () => {
    const { ledger } = live('!!');
    const cut = remember(ledger, tonight(2, [], { complete: false }), well);
    expect(cut.ledger.entries['one']?.course).toBe('!!');
    const warning = buildFinding({
      id: 'two',
      url: 'https://hub.example/b',
      verdict: 'healthy',
      level: 'warning',
    });
    const noted = remember(emptyLedger, tonight(0, [warning]), well).ledger;
    const down = remember(noted, tonight(1, [], { unreachable: ['https://community.example/'] }), well);
    expect(down.ledger.entries['two']?.course).toBe('!');
  });

  it('follows a resource that is ill by another rule', () => {
    const gone = buildFinding({ id: 'three', url: ill.url, rule: 'gone' });
    const told = remember(live('!!').ledger, tonight(2, [gone]), well);
    expect(told.report.findings[0]?.past).toMatchObject({
      course: 'persisting',
      nights: 3,
      firstSeen: start(0),
    });
    expect(Object.keys(told.ledger.entries)).toEqual(['three']);
  });

  it('knows when it was last well from the run before', () => {
    const told = remember(emptyLedger, tonight(1, [ill]), { ...well, openedAt: () => start(0) });
    expect(told.report.findings[0]?.past?.lastHealthy).toBe(start(0));
  });

  it('stays readable, and bounded, whatever happens', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('!', '.', '?'), maxLength: 40 }), (course) => {
        const { ledger } = live(course);
        expect(ledgerSchema.parse(JSON.parse(JSON.stringify(ledger)))).toEqual(ledger);
      }),
    );
  });
});

describe('a baseline', () => {
  const known = baselineOf({ findings: [ill] });
  const fresh = buildFinding({ id: 'two', url: 'https://hub.example/b' });

  it('tells what is new', () => {
    const { report, shrunk } = applyBaseline(buildReport([ill, fresh]), known);
    expect(report.findings.map(({ id, isNew }) => [id, isNew])).toEqual([['one', false], ['two', true]]); // prettier-ignore
    expect(shrunk).toBeNull();
  });

  it('shrinks by what is gone, but only if everything was seen', () => {
    expect(applyBaseline(buildReport([fresh]), known).shrunk).toEqual({ version: 1, findings: [] });
    expect(applyBaseline(tonight(0, [], { complete: false }), known).shrunk).toBeNull();
    expect(applyBaseline(tonight(0, [], { unreachable: ['https://hub.example/'] }), known).shrunk).toBeNull();
  });

  it('of the run before makes new what is confirmed tonight', () => {
    const isNew = (course: string, nights: number) =>
      applyPast(live(course).report, nights).findings[0]?.isNew;
    expect([isNew('!', 1), isNew('!!', 1), isNew('!!!', 3), isNew('!!!!', 3)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});
