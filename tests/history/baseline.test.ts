import { describe, expect, it } from 'vitest';
import { applyBaseline, applyPast, baselineOf, baselineSchema } from '../../src/history/baseline.js';
import type { Finding } from '../../src/model/report.js';
import type { Sighted } from '../../src/model/sight.js';
import { buildFinding, buildReport } from '../support/reports.js';
import { ill, live } from './nights.js';

const known = baselineOf({ findings: [ill] }, 'walk');
const fresh = buildFinding({ id: 'two', url: 'https://hub.example/b' });
const seen = (state: Sighted): { readonly stateOf: () => Sighted } => ({ stateOf: () => state });

describe('a baseline', () => {
  it('tells what is new', () => {
    const { report, shrunk } = applyBaseline(buildReport([ill, fresh]), known, seen('unknown'));
    expect(report.findings.map(({ id, isNew }) => [id, isNew])).toEqual([['one', false], ['two', true]]); // prettier-ignore
    expect(shrunk).toBeNull();
  });

  it.each([
    ['opens', []],
    ['absent', []],
    ['unknown', known.findings],
  ] as const)('keeps of what is found no more what is not sure to be gone: %s', (state, left) => {
    const { shrunk } = applyBaseline(buildReport([fresh]), known, seen(state));
    expect(shrunk?.findings ?? known.findings).toEqual(left);
  });

  it('knows an address that another rule calls broken than before', () => {
    const gone = { ...ill, id: 'three', rule: 'gone', status: 410 };
    const { report, shrunk } = applyBaseline(buildReport([gone]), known, seen('absent'));
    expect([report.findings[0]?.isNew, shrunk]).toEqual([false, null]);
    const slow = { ...gone, verdict: 'healthy', level: 'warning' } as const;
    expect(applyBaseline(buildReport([slow]), known, seen('opens'))).toMatchObject({
      report: { findings: [{ isNew: true }] },
      shrunk: { walk: 'walk', findings: [] },
    });
  });

  describe('of documents that only a list names', () => {
    const lost = { rule: 'missing-document', url: '/home/mori/list.csv#Task4122' } as const;
    const [deck, guide] = ['deck', 'guide'].map((id) => buildFinding({ ...lost, id })) as [Finding, Finding];
    const lists = baselineOf({ findings: [deck] }, 'walk');

    it('lets no other document of the same task pass', () => {
      const { report } = applyBaseline(buildReport([deck, guide]), lists, seen('unknown'));
      expect(report.findings.map(({ id, isNew }) => [id, isNew])).toEqual([['deck', false], ['guide', true]]); // prettier-ignore
      const { shrunk } = applyBaseline(buildReport([guide]), lists, seen('absent'));
      expect(shrunk?.findings).toEqual([]);
    });

    it('holds wherever the list lies', () => {
      const elsewhere = { ...deck, url: '/builds/list.csv#Task4122' };
      const { report, shrunk } = applyBaseline(buildReport([elsewhere]), lists, seen('absent'));
      expect([report.findings[0]?.isNew, shrunk]).toEqual([false, null]);
    });
  });

  it('is read as the first version wrote it', () => {
    const first = { version: 1, findings: known.findings };
    expect(baselineSchema.parse(first)).toEqual({ ...known, walk: null });
    expect(baselineSchema.parse(JSON.parse(JSON.stringify(known)))).toEqual(known);
  });
});

describe('the runs before, as a baseline', () => {
  it.each([
    ['!', 1, true],
    ['!!', 1, false],
    ['!.!', 1, true],
    ['!?!', 1, false],
    // Whatever broke on nights that were cut short is new until a night that was not has told it.
    ['./!', 1, true],
    ['./!', 1, true],
    ['./!!', 1, false],
    ['!/!', 1, false],
    ['!!!', 3, true],
    ['!!!!', 3, false],
    ['!!/!', 3, true],
    ['!!/!!', 3, false],
    ['!!,!', 1, true],
    ['!!,!!', 1, false],
  ])('after %s, confirmed after %i: %s', (course, nights, isNew) => {
    const { ledger, report } = live(course);
    expect(applyPast(report, ledger, nights).findings[0]?.isNew).toBe(isNew);
  });
});
