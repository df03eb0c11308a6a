import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyLedger, firstLedgerSchema, ledgerSchema } from '../../../src/history/ledger.js';
import type { Report } from '../../../src/model/report.js';
import { lostDocumentId } from '../../../src/model/lost-document.js';
import { buildFinding } from '../../support/reports.js';
import { ill, live, remember, start, tonight, unseen, well } from '../nights.js';

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

  it('reports once that something is fixed', () => {
    expect(live('!!.').report.fixed).toMatchObject([{ id: 'one', firstSeen: start(0) }]);
    expect(live('!!..').report.fixed).toEqual([]);
    expect(live('!!.?').report.fixed).toEqual([]);
    expect(live('!!.-').report.fixed).toEqual([]);
    expect(live('!?').report.fixed).toEqual([]);
  });

  it('is of one document, not of all that a task needs', () => {
    const lost = { rule: 'missing-document', url: '/home/mori/list.csv#Task4122' } as const;
    const night = (at: number, id: string) => tonight(at, [buildFinding({ ...lost, id })]);
    const { ledger } = remember(emptyLedger, night(0, 'deck'), well);
    expect(remember(ledger, night(1, 'guide'), well).report.findings[0]?.past).toMatchObject({
      course: 'new',
      nights: 1,
    });
  });

  it('is of a document that a list alone names over once it can be had', () => {
    const document = { title: 'Kickoff Deck', url: null, places: [], sightings: [], suggestions: [] };
    const id = lostDocumentId('missing-document', document);
    const lost = buildFinding({ id, rule: 'missing-document', url: '/home/mori/list.csv#Task4122' });
    const night = (at: number, state: 'available' | 'missing' | 'sign-in'): Report => {
      const task = { id: '4122', names: {}, state, mandatory: null, services: [] };
      const tasks = [{ ...task, documents: [{ ...document, state }] }];
      return { ...tonight(at, state === 'missing' ? [lost] : []), tasks };
    };
    const courseOf = (states: readonly ('available' | 'missing' | 'sign-in')[]) => {
      const start = { ledger: emptyLedger, report: night(0, 'available') };
      return states.reduce(({ ledger }, state, at) => remember(ledger, night(at, state), unseen), start);
    };
    expect(courseOf(['missing', 'available']).report.fixed).toMatchObject([{ id }]);
    expect(courseOf(['missing', 'sign-in']).report.fixed).toEqual([]);
    const again = courseOf(['missing', 'available', 'missing']);
    expect(again.report.findings[0]?.past).toMatchObject({ course: 'flapping', nights: 1 });
  });

  it('counts a run once, however often it is noted', () => {
    const { ledger } = live('!!');
    expect(remember(ledger, tonight(1, [ill]), well).ledger).toEqual(ledger);
  });

  it('notes a run that was resumed as if it had never been interrupted', () => {
    const late = buildFinding({ id: 'two', url: 'https://hub.example/b' });
    const opened = { ...well, openedAt: () => start(0) };
    const halfway = remember(live('!!').ledger, tonight(2, [], { complete: false }), unseen);
    const resumed = remember(halfway.ledger, tonight(2, [late]), opened);
    expect(resumed).toEqual(remember(live('!!').ledger, tonight(2, [late]), opened));
    expect(resumed.report.findings[0]?.past).toMatchObject({
      course: 'new',
      nights: 1,
      lastHealthy: start(0),
    });
    expect(resumed.report.fixed).toMatchObject([{ id: 'one' }]);
  });

  it('is not set back by an older run that is resumed', () => {
    const { ledger } = live('!!!');
    const older = remember(ledger, tonight(1, []), well);
    expect(older.ledger).toBe(ledger);
    expect(older.report.fixed).toBeUndefined();
  });

  it('takes over what its first version kept', () => {
    const { url, rule, verdict } = ill;
    const known = { url, rule, verdict, firstSeen: start(0), lastHealthy: null, nights: 2, course: '!!' };
    const first = { version: 1, run: 'run-001', entries: { one: known } };
    const { ledger, report } = remember(firstLedgerSchema.parse(first), tonight(2, [ill]), well);
    expect(report.findings[0]?.past).toMatchObject({ nights: 3, firstSeen: start(0) });
    expect(ledger.entries['one']).toMatchObject({ established: 2, told: 'alarm' });
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

  it('follows a resource that another rule calls broken than before', () => {
    const gone = buildFinding({ id: 'three', url: ill.url, rule: 'gone' });
    const told = remember(live('!!').ledger, tonight(2, [gone]), well);
    expect(told.report.findings[0]?.past).toMatchObject({
      course: 'persisting',
      nights: 3,
      firstSeen: start(0),
    });
    expect(Object.keys(told.ledger.entries)).toEqual(['three']);
  });

  it('knows from the run before when it was last healthy', () => {
    const told = remember(emptyLedger, tonight(1, [ill]), { ...well, openedAt: () => start(0) });
    expect(told.report.findings[0]?.past?.lastHealthy).toBe(start(0));
  });

  it('stays readable, and bounded, whatever happens', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('!', '.', '?', '/', '-'), maxLength: 40 }), (course) => {
        const { ledger } = live(course);
        expect(ledgerSchema.parse(JSON.parse(JSON.stringify(ledger)))).toEqual(ledger);
      }),
    );
  });
});
