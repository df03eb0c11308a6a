import { describe, expect, it } from 'vitest';
import { undo } from '../../../src/changes/undo.js';
import { emptyLedger } from '../../../src/history/ledger.js';
import type { Witness } from '../../../src/history/changes/fates.js';
import { findReversals } from '../../../src/history/changes/reversals.js';
import { tellApart } from '../../../src/history/changes/tell-apart.js';
import type { Change } from '../../../src/model/change.js';
import type { DocumentState } from '../../../src/model/task-report.js';
import type { Report } from '../../../src/model/report.js';
import type { Sighted } from '../../../src/model/sight.js';
import { buildChange, buildHeadsUp } from '../../support/heads-ups.js';
import { buildFinding, buildReport } from '../../support/reports.js';

const url = 'https://cdn.example/a.pptx';
const task = (state: DocumentState) => {
  const place = { place: 'hub', title: 'Hub', state, reason: '', url };
  const document = { title: 'Deck', url, state, places: [place], sightings: [], suggestions: [] };
  return [{ id: '4122', names: {}, state, mandatory: null, services: [], documents: [document] }];
};

interface Tonight {
  readonly changes?: readonly Change[];
  readonly state?: Sighted;
  readonly missed?: boolean;
  readonly broken?: string | readonly string[];
  readonly status?: number;
  readonly task?: DocumentState;
  readonly incomplete?: boolean;
}

/** What one change that was told comes to: the reason it is over, or that it stands, or nothing. */
function fate(told: Partial<Change>, tonight: Tonight): string {
  const standing = [buildChange({ kind: 'broke', url, ...told })];
  const { status = null } = tonight;
  const findings = [tonight.broken ?? []].flat().map((broken) => buildFinding({ url: broken, status }));
  const report = buildReport(findings, { changes: buildHeadsUp(tonight.changes ?? []) });
  const seen = {
    ...report,
    run: { ...report.run, complete: tonight.incomplete !== true, unreachable: [] },
    tasks: tonight.task === undefined ? [] : task(tonight.task),
  };
  const found = findReversals({ ...emptyLedger, standing }, seen, {
    stateOf: (place) => (place.endsWith('/') ? 'unknown' : (tonight.state ?? 'unknown')),
    isMissed: () => tonight.missed === true,
    undo,
  });
  const [one] = found.undone;
  return one === undefined ? (found.standing.length === 1 ? 'stands' : '') : `${one.kind}: ${one.reason.en}`;
}

const fixed = { kind: 'fixed' } as const;
const host = { subject: 'host', url: 'https://cdn.example/' } as const;
const ofTask = { subject: 'task', url: '4122' } as const;
const ready = 'fixed: All documents that the task needs are there again.';
const stopped = 'broke: A document that the task needs does not open or is missing.';

const links = { kind: 'links', before: 'linked', after: null } as const;
const unlinked = buildChange({ kind: 'fixed', url, evidence: [links] });
const gone = 'removed: Nothing links to it any more.';

const removed = { kind: 'removed' } as const;
const moved = { kind: 'moved', previousUrl: 'https://cdn.example/old.pptx' } as const;

describe('what was told to have come or gone', () => {
  it.each<[string, Partial<Change>, Tonight, string]>([
    ['gone, and opens', removed, { state: 'opens' }, 'new: It is linked again.'],
    [
      'gone, and seen by a run that was cut short',
      removed,
      { state: 'opens', incomplete: true },
      'new: It is linked again.',
    ],
    ['gone, and so still', removed, { missed: true }, 'stands'],
    ['gone, and told as new', removed, { state: 'opens', changes: [buildChange({ kind: 'new', url })] }, ''],
    ['new, and gone', { kind: 'new' }, { missed: true }, 'removed: Nothing links to it any more.'],
    ['new, and not seen', { kind: 'new' }, { missed: true, incomplete: true }, 'stands'],
    ['new, and there', { kind: 'new' }, { state: 'opens' }, ''],
    ['new, and does not open', { kind: 'new' }, {}, 'stands'],
    [
      'localised, and gone',
      { kind: 'localised' },
      { missed: true },
      'removed: Nothing links to it any more.',
    ],
    ['moved, and there', moved, { state: 'opens' }, 'stands'],
    ['moved, and back', moved, { missed: true, state: 'opens' }, 'moved: It is at its former address again.'],
    ['moved, and nowhere', moved, { missed: true }, 'removed: Nothing links to it any more.'],
  ])('%s', (_, told, tonight, expected) => {
    expect(fate(told, tonight)).toBe(expected);
  });
});

describe('what was told to be broken or fixed', () => {
  it.each<[string, Partial<Change>, Tonight, string]>([
    ['broken, and opens', {}, { state: 'opens' }, 'fixed: It opens again.'],
    ['broken, and was not seen', {}, {}, 'stands'],
    ['broken, and is so still', {}, { changes: [buildChange({ kind: 'broke', url })] }, 'stands'],
    [
      'broken, and nobody leads there',
      {},
      { missed: true },
      'fixed: It did not open, and nothing links to it any more.',
    ],
    ['broken, and nobody was seen to lead there', {}, { missed: true, incomplete: true }, 'stands'],
    ['broken, and told as removed', {}, { changes: [buildChange({ kind: 'removed', url })] }, ''],
    ['broken, and told as moved', {}, { changes: [buildChange({ kind: 'moved', previousUrl: url })] }, ''],
    [
      'broken, and opens with another content',
      {},
      { state: 'opens', changes: [buildChange({ kind: 'updated', url })] },
      'fixed: It opens again.',
    ],
    ['a host that was down, and is up', host, { state: 'opens' }, 'fixed: It answers again.'],
    ['fixed, and opens', fixed, { state: 'opens' }, ''],
    ['fixed, and was not seen', fixed, {}, 'stands'],
    ['fixed, and is broken', fixed, { broken: url }, 'broke: It does not open any more.'],
    [
      'a host that was up, and is down',
      { ...host, ...fixed },
      { broken: 'https://cdn.example' },
      'broke: It does not open any more.',
    ],
    [
      'a host that was up, and nothing on it opens',
      { ...host, ...fixed },
      { broken: [url, `${url}x`] },
      'broke: It does not open any more.',
    ],
    [
      'a host that was up, and several things on it are not there',
      { ...host, ...fixed },
      { broken: [url, `${url}x`], status: 404 },
      'stands',
    ],
    [
      'a host that was up, and only its first page opens',
      { ...host, ...fixed },
      { broken: [url, `${url}x`], state: 'opens' },
      '',
    ],
    [
      'a host that was up, and one thing on it does not open',
      { ...host, ...fixed },
      { broken: url },
      'stands',
    ],
    ['open again, and no longer linked', fixed, { changes: [unlinked] }, gone],
    ['no longer linked, and still so', unlinked, { changes: [unlinked] }, 'stands'],
    ['a task that was stopped, and is not', ofTask, { task: 'available' }, ready],
    ['a task that was stopped, and has what it needs elsewhere', ofTask, { task: 'elsewhere' }, ready],
    ['a task whose document may have another name', ofTask, { task: 'possibly-renamed' }, ''],
    ['a task that was stopped, and was not checked', ofTask, { task: 'not-checked' }, 'stands'],
    ['a task that was stopped, and is for another reason', ofTask, { task: 'missing' }, ''],
    ['a task that was stopped, and seems so', ofTask, { task: 'missing', incomplete: true }, 'stands'],
    ['a task that was not, and is', { ...ofTask, ...fixed }, { task: 'broken' }, stopped],
    [
      'a task that was not, and has what it needs elsewhere',
      { ...ofTask, ...fixed },
      { task: 'elsewhere' },
      '',
    ],
    ['a task that was not, and is not', { ...ofTask, ...fixed }, { task: 'available' }, ''],
  ])('%s', (_, told, tonight, expected) => {
    expect(fate(told, tonight)).toBe(expected);
  });

  it('is over where it had moved to before it broke', () => {
    const standing = [buildChange({ ...moved, url }), buildChange({ kind: 'broke', url })];
    const report = buildReport([], { changes: buildHeadsUp(standing.slice(0, 1)) });
    const witness: Witness = { stateOf: () => 'opens', isMissed: () => false, undo };
    const found = findReversals({ ...emptyLedger, standing }, report, witness);
    expect(found.undone.map(({ kind }) => kind)).toEqual(['fixed']);
    expect(found.standing.map(({ kind }) => kind)).toEqual(['moved']);
  });

  it('stands when nothing can be compared', () => {
    const standing = [buildChange({ kind: 'broke', url })];
    const witness: Witness = { stateOf: () => 'opens', isMissed: () => false, undo };
    const found = findReversals({ ...emptyLedger, standing }, buildReport([]), witness);
    expect(found).toEqual({ undone: [], over: [], standing });
  });
});

const there = { isMissed: () => false };

it('what was told to have come or gone is not found once more since a later run', () => {
  const told = buildChange({ kind: 'removed', url, id: 'then' });
  const again = { ...told, id: 'since a later run' };
  const other = buildChange({ kind: 'updated', url: 'https://cdn.example/b.pptx' });
  const report = buildReport([], { changes: buildHeadsUp([again, other]) });
  const ledger = { ...emptyLedger, run: report.run.id, standing: [told] };
  expect(tellApart(ledger, report, there).changes).toMatchObject({
    changes: [other],
    totals: { removed: 0 },
  });
  const same = buildReport([], { changes: buildHeadsUp([told]) });
  expect(tellApart(ledger, same, there).changes?.changes).toEqual([told]);
});

it.each([
  ['new', 'localised'],
  ['localised', 'new'],
] as const)('tells nothing again that was told as %s, if a run finds it %s', (kind, other) => {
  const told = buildChange({ kind, url, id: 'then' });
  const report = buildReport([], { changes: buildHeadsUp([buildChange({ kind: other, url })]) });
  const ledger = { ...emptyLedger, run: report.run.id, standing: [told] };
  expect(tellApart(ledger, report, there).changes).toMatchObject({
    changes: [told],
    totals: { [kind]: 1, [other]: 0 },
  });
});

describe('what was told to have moved', () => {
  const told = buildChange({ kind: 'moved', url, previousUrl: 'https://cdn.example/old.pptx', id: 'then' });
  const ledgerOf = (report: Report) => ({ ...emptyLedger, run: report.run.id, standing: [told] });
  const found = (kinds: readonly Partial<Change>[], unreachable: readonly string[]): Report => {
    const changes = buildHeadsUp(kinds.map((one, at) => buildChange({ url, id: `${at}`, ...one })));
    const report = buildReport([], { changes });
    return { ...report, run: { ...report.run, complete: true, unreachable: [...unreachable] } };
  };
  const gone = { kind: 'removed', url: 'https://cdn.example/old.pptx' } as const;

  it.each<[string, readonly Partial<Change>[]]>([
    ['new', [{ kind: 'new' }]],
    ['translated', [{ kind: 'localised' }]],
    ['gone from where it was', [gone]],
    ['new, and gone from where it was', [{ kind: 'new' }, gone]],
  ])('is called so, once, by a run that finds it %s', (_, kinds) => {
    const report = found(kinds, ['community']);
    const none = { new: 0, localised: 0, removed: 0 };
    expect(tellApart(ledgerOf(report), report, there).changes).toMatchObject({
      changes: [told],
      totals: { ...none, moved: 1 },
    });
  });

  it('is called so by a run that saw everything, as long as it is where it moved to', () => {
    const report = found([gone], []);
    expect(tellApart(ledgerOf(report), report, there).changes?.changes).toEqual([told]);
  });

  it('is not called so by a run that saw everything and finds it nowhere', () => {
    const report = found([gone], []);
    const changes = tellApart(ledgerOf(report), report, { isMissed: () => true }).changes?.changes;
    expect(changes).toMatchObject([{ kind: 'removed' }]);
  });
});
