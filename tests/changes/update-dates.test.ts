import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/model/change.js';
import type { ResourceSketch } from '../support/snapshots.js';
import { cdn, changesOf, file, hub, lines, night, page } from './sides.js';

const deck = `${cdn}/deck-one.pptx`;
const lost = { status: 503 };
const signIn = { status: 401 };

/** A page whose text is the same whatever its table says. */
function tells(
  days: Readonly<Record<string, string>>,
  path = '/news',
  sketch: Partial<ResourceSketch> = {},
): ResourceSketch {
  return page(path, { signals: { 'update-table': Object.entries(days) }, ...sketch });
}

const table: readonly (readonly [string, readonly ResourceSketch[], readonly ResourceSketch[], readonly string[]])[] = [
  ['the day alone', [tells({ [deck]: '2026-05-04' }), file('/deck-one.pptx')], [tells({ [deck]: '2026-05-11' }), file('/deck-one.pptx')], ['updated /deck-one.pptx']],
  ['what looks plainly equal', [tells({ [deck]: '2026-05-04' }), file('/deck-one.pptx', { etag: '"1"' })], [tells({ [deck]: '2026-05-11' }), file('/deck-one.pptx', { etag: '"1"' })], ['updated /deck-one.pptx']],
  ['behind a sign-in', [tells({ [deck]: '2026-05-04' }), file('/deck-one.pptx', {}, signIn)], [tells({ [deck]: '2026-05-11' }), file('/deck-one.pptx', {}, signIn)], ['updated /deck-one.pptx']],
  ['behind a sign-in since', [tells({ [deck]: '2026-05-04' }), file('/deck-one.pptx')], [tells({ [deck]: '2026-05-11' }), file('/deck-one.pptx', {}, signIn)], ['updated /deck-one.pptx']],
  ['what a short link leads to', [tells({ [`${cdn}/go`]: '2026-05-04' }), file('/go', {}, { location: deck }), file('/deck-one.pptx')], [tells({ [`${cdn}/go`]: '2026-05-11' }), file('/go', {}, { location: deck }), file('/deck-one.pptx')], ['updated /deck-one.pptx']],
  ['a foreign page', [tells({ 'https://learn.example/a': '2026-05-04' }), { url: 'https://learn.example/a' }], [tells({ 'https://learn.example/a': '2026-05-11' }), { url: 'https://learn.example/a' }], ['updated https://learn.example/a']],
  ['the page itself', [tells({ [`${hub}/news`]: '2026-05-04' })], [tells({ [`${hub}/news`]: '2026-05-11' })], ['updated /news']],
  ['once, where pages say different days', [tells({ [deck]: '2026-05-04' }), tells({ [deck]: '2026-05-03' }, '/old'), file('/deck-one.pptx')], [tells({ [deck]: '2026-05-04' }), tells({ [deck]: '2026-05-11' }, '/old'), file('/deck-one.pptx')], ['updated /deck-one.pptx']],
  ['by a page of this week', [tells({ [deck]: '2026-05-04' }), file('/deck-one.pptx')], [tells({ [deck]: '2026-05-04' }), tells({ [deck]: '2026-05-11' }, '/week-2'), file('/deck-one.pptx')], ['new /week-2', 'updated /deck-one.pptx']],
  ['nothing: told on neither side of it', [tells({ [deck]: '2026-05-04' }), file('/deck-one.pptx')], [tells({ [deck]: '2026-05-04' }), file('/deck-one.pptx')], []],
  ['nothing: first told later', [page('/news'), file('/deck-one.pptx')], [tells({ [deck]: '2026-05-11' }), file('/deck-one.pptx')], []],
  ['nothing: told no more', [tells({ [deck]: '2026-05-11' }), file('/deck-one.pptx')], [page('/news'), file('/deck-one.pptx')], []],
  ['nothing: told by somebody else', [tells({ [deck]: '2026-05-04' }, '/news', { source: null }), file('/deck-one.pptx')], [tells({ [deck]: '2026-05-11' }, '/news', { source: null }), file('/deck-one.pptx')], []],
  ['nothing: nobody knows it', [tells({ [deck]: '2026-05-04' })], [tells({ [deck]: '2026-05-11' })], []],
  ['nothing: the page that said so is gone', [tells({ [deck]: '2026-05-04' }), tells({ [deck]: '2026-05-03' }, '/old'), file('/deck-one.pptx')], [page('/news'), tells({ [deck]: '2026-05-03' }, '/old'), file('/deck-one.pptx')], []],
  ['nothing but the repair: its page could not be read before', [tells({ [deck]: '2026-05-04' }), tells({ [deck]: '2026-05-11' }, '/week-2', lost), file('/deck-one.pptx')].map((one) => one.status === 503 ? { ...one, signals: {} } : one), [tells({ [deck]: '2026-05-04' }), tells({ [deck]: '2026-05-11' }, '/week-2'), file('/deck-one.pptx')], ['fixed /week-2']],
  ['nothing but the loss: its page cannot be read now', [tells({ [deck]: '2026-05-04' }), file('/deck-one.pptx')], [page('/news', { ...lost }), file('/deck-one.pptx')], ['broke /news']],
  ['broke, and nothing else', [tells({ [deck]: '2026-05-04' }), file('/deck-one.pptx')], [tells({ [deck]: '2026-05-11' }), file('/deck-one.pptx', {}, lost)], ['broke /deck-one.pptx']],
  ['fixed, and nothing else', [tells({ [deck]: '2026-05-04' }), file('/deck-one.pptx', {}, lost)], [tells({ [deck]: '2026-05-11' }), file('/deck-one.pptx')], ['fixed /deck-one.pptx']],
  ['moved, and nothing else', [tells({ [`${hub}/a`]: '2026-05-04' }), page('/a')], [tells({ [`${hub}/a`]: '2026-05-11' }), page('/a', { location: `${hub}/b`, page: null }), page('/b')], ['moved /a > /b']],
]; // prettier-ignore

describe('what pages say was updated', () => {
  it.each(table)('%s', (_, before, after, expected) => {
    expect(lines(changesOf(night(before), night(after)))).toEqual(expected);
  });

  it('is nothing where every visit has its own day', () => {
    const of = (day: string): ReturnType<typeof night> =>
      night([tells({ [deck]: day }), file('/deck-one.pptx')], { startedAt: Date.parse(`${day}T18:00:00Z`) });
    expect(changesOf(of('2026-11-21'), of('2026-11-22'))).toEqual([]);
  });

  it('is nothing where a run that ended early had not come to that page', () => {
    const before = night([tells({ [deck]: '2026-05-04' }), file('/deck-one.pptx')], { complete: false });
    const after = night([
      tells({ [deck]: '2026-05-04' }),
      tells({ [deck]: '2026-05-11' }, '/week-2'),
      file('/deck-one.pptx'),
    ]);
    expect(changesOf(before, after)).toEqual([]);
  });
});

describe('how it is told', () => {
  const change = (day: string, headers: readonly [ResourceSketch['headers'], ResourceSketch['headers']]): Change | undefined =>
    changesOf(
      night([tells({ [deck]: '2026-05-04' }), file('/deck-one.pptx', headers[0])]),
      night([tells({ [deck]: day }), file('/deck-one.pptx', headers[1])]),
    )[0]; // prettier-ignore

  it('by the day alone', () => {
    expect(change('2026-05-11', [{}, {}])).toMatchObject({
      date: '2026-05-11T00:00:00.000Z',
      reason: {
        en: 'A page says that it was updated on 2026-05-11.',
        ja: 'ページの表では 2026-05-11 に更新されています。',
      },
      evidence: [{ kind: 'update-table', before: '2026-05-04', after: '2026-05-11' }],
    });
  });

  it('beside what the server says, whose own date is less', () => {
    const modified = (day: string): ResourceSketch['headers'] => ({
      'last-modified': `${day} Nov 2026 18:00:00 GMT`,
    });
    expect(change('2026-05-11', [modified('Sun, 01'), modified('Sun, 08')])).toMatchObject({
      date: '2026-05-11T00:00:00.000Z',
      reason: {
        en: 'Its content has changed. A page says that it was updated on 2026-05-11.',
        ja: '内容が更新されました。ページの表では 2026-05-11 に更新されています。',
      },
      evidence: [{ kind: 'last-modified' }, { kind: 'update-table' }],
    });
  });

  it('dated when it was seen where the day is yet to come', () => {
    expect(change('2062-05-11', [{}, {}])?.date).toBe('2026-11-22T08:15:00.000Z');
  });
});
