import { describe, expect, it } from 'vitest';
import type { ResourceSketch } from '../support/snapshots.js';
import { cdn, changesOf, file, hub, lines, night, page, sized, type Night } from './sides.js';

const missing = { status: 404 };
const date = (day: number): Record<string, string> => ({
  'last-modified': `Sun, ${String(day).padStart(2, '0')} Nov 2026 18:00:00 GMT`,
});

/** What two nights show, and what is to be said of it. */
const table: readonly (readonly [string, readonly ResourceSketch[], readonly ResourceSketch[], readonly string[]])[] = [
  ['new: a page', [], [page('/a')], ['new /a']],
  ['new: a document', [], [file('/a.pptx')], ['new /a.pptx']],
  ['nothing: a new foreign page', [], [{ url: 'https://learn.example/a', title: 'Learn' }], []],
  ['nothing: a new picture', [], [{ url: `${hub}/a.png`, contentType: 'image/png', source: 'hub' }], []],
  ['nothing: a navigation', [], [page('/toc.html')], []],
  ['nothing: a probe', [], [page('/x', { role: 'probe' })], []],
  ['nothing: a search', [], [page('/search?q=x', { role: 'search' })], []],
  ['new once: one page at two addresses', [], [page('/a', { page: { title: 'A', digest: 'same' } }), page('/b', { page: { title: 'A', digest: 'same' } })], ['new /a']],

  ['updated: by digest', [page('/a', { page: { title: 'A', digest: '1' } })], [page('/a', { page: { title: 'A', digest: '2' } })], ['updated /a']],
  ['nothing: a digest taken in another way', [page('/a', { page: { title: 'A', digest: '1' } })], [page('/a', { page: { title: 'A', digest: '2-1' } })], []],
  ['updated: by date, its digest taken in another way', [page('/a', { page: { title: 'A', digest: '1' }, headers: date(1) })], [page('/a', { page: { title: 'A', digest: '2-1' }, headers: date(8) })], ['updated /a']],
  ['updated: by entity tag', [file('/a.pptx', { etag: '"1"' })], [file('/a.pptx', { etag: '"2"' })], ['updated /a.pptx']],
  ['updated: by date', [file('/a.pptx', date(1))], [file('/a.pptx', date(8))], ['updated /a.pptx']],
  ['updated: by length', [file('/a.pdf', {}, sized(10))], [file('/a.pdf', {}, sized(11))], ['updated /a.pdf']],
  ['updated: another version linked instead', [file('/deck-for-teams-v1.pptx')], [file('/deck-for-teams-v2.pptx')], ['updated /deck-for-teams-v1.pptx > /deck-for-teams-v2.pptx']],
  ['nothing: same digest, other tag', [page('/a', { headers: { etag: '"1"' } })], [page('/a', { headers: { etag: '"2"' } })], []],
  ['nothing: same tag, other date', [file('/a.pptx', { etag: '"1"', ...date(1) })], [file('/a.pptx', { etag: '"1"', ...date(8) })], []],
  ['nothing: a weak tag alone', [file('/a.pptx', { etag: 'W/"1"' })], [file('/a.pptx', { etag: 'W/"2"' })], []],
  ['nothing: a tag marked for its coding', [file('/a.pptx', { etag: '"1-gzip"' })], [file('/a.pptx', { etag: '"1"' })], []],
  ['nothing: dated at the request', [file('/a.pptx', date(1))], [file('/a.pptx', { 'last-modified': 'Sun, 22 Nov 2026 08:15:01 GMT' })], []],
  ['nothing: a tag that was not there before', [file('/a.pptx')], [file('/a.pptx', { etag: '"1"' })], []],

  ['localised: by folder', [page('/en-us/a')], [page('/en-us/a'), page('/ja-jp/a')], ['localised /ja-jp/a']],
  ['localised: by suffix', [file('/Deck.pptx')], [file('/Deck.pptx'), file('/Deck_JPN.pptx')], ['localised /Deck_JPN.pptx']],
  ['localised: by infix', [file('/deck-en-us-v2.pptx')], [file('/deck-en-us-v2.pptx'), file('/deck-ja-jp-v2.pptx')], ['localised /deck-ja-jp-v2.pptx']],
  ['localised: in Japanese words', [file('/Deck.pptx')], [file('/Deck.pptx'), file(`/Deck${encodeURIComponent('【日本語版】')}.pptx`)], [`localised /Deck${encodeURIComponent('【日本語版】')}.pptx`]],
  ['localised: into English', [page('/ja-jp/a')], [page('/ja-jp/a'), page('/en-us/a')], ['localised /en-us/a']],
  ['localised: by article', [page('/knowledgebase/article/KB-01528/en-us')], [page('/knowledgebase/article/KB-01528/en-us'), page('/knowledgebase/article/KB-01528/ja-jp')], ['localised /knowledgebase/article/KB-01528/ja-jp']],
  ['localised: by hreflang', [page('/en-us/plan')], [page('/en-us/plan'), page('/ja-jp/keikaku', { links: [{ url: `${hub}/en-us/plan`, kind: 'alternate' }] })], ['localised /ja-jp/keikaku']],
  ['new twice: both languages at once', [], [page('/en-us/a'), page('/ja-jp/a')], ['new /en-us/a', 'new /ja-jp/a']],
  ['new: another file beside', [file('/Deck.pptx')], [file('/Deck.pptx'), file('/Deck-for-jpeg.pptx')], ['new /Deck-for-jpeg.pptx']],

  ['moved: by content', [page('/a', { page: { title: 'A', digest: 'x' } })], [page('/b', { page: { title: 'A', digest: 'x' } })], ['moved /a > /b']],
  ['moved: by article', [page('/knowledgebase/article/KB-01528/en-us')], [page('/en-us/knowledgebase/article/KB-01528')], ['moved /knowledgebase/article/KB-01528/en-us > /en-us/knowledgebase/article/KB-01528']],
  ['moved: by file name', [file('/old/Adoption-Metrics.pptx', { etag: '"1"' })], [file('/new/Adoption-Metrics.pptx', { etag: '"2"' })], ['moved /old/Adoption-Metrics.pptx > /new/Adoption-Metrics.pptx']],
  ['moved: the old one redirects', [page('/a')], [page('/a', { location: `${hub}/b`, page: null }), page('/b')], ['moved /a > /b']],
  ['moved: the old one is missing, and still linked', [file('/old/Adoption-Metrics.pptx')], [file('/old/Adoption-Metrics.pptx', {}, missing), file('/new/Adoption-Metrics.pptx')], ['moved /old/Adoption-Metrics.pptx > /new/Adoption-Metrics.pptx']],
  ['new: a copy, the old one stays', [page('/a', { page: { title: 'A', digest: 'x' } })], [page('/a', { page: { title: 'A', digest: 'x' } }), page('/b', { page: { title: 'A', digest: 'x' } })], ['new /b']],
  ['removed and new: what many files are called', [file('/a/index.pptx')], [file('/b/index.pptx')], ['new /b/index.pptx', 'removed /a/index.pptx']],
  ['removed and new: a stub that others are like', [page('/a', { page: { title: 'A', digest: 'stub' } }), page('/s', { page: { title: 'S', digest: 'stub' } })], [page('/b', { page: { title: 'B', digest: 'stub' } }), page('/s', { page: { title: 'S', digest: 'stub' } })], ['new /b', 'removed /a']],
  ['nothing: a slash at the end', [page('/a')], [page('/a', { location: `${hub}/a/`, page: null }), page('/a/')], []],

  ['removed: a page', [page('/a')], [], ['removed /a']],
  ['nothing: a picture no longer linked', [{ url: `${hub}/a.png`, contentType: 'image/png', source: 'hub' }], [], []],

  ['broke: missing', [page('/a')], [page('/a', missing)], ['broke /a']],
  ['broke: a link nobody had before', [], [page('/a', missing)], ['broke /a']],
  ['nothing: still broken', [page('/a', missing)], [page('/a', { status: 410 })], []],
  ['nothing: throttled', [page('/a')], [page('/a', { outcome: { kind: 'withheld', by: 'throttled', detail: '' } })], []],
  ['nothing: behind a sign-in now', [page('/a')], [page('/a', { status: 401 })], []],

  ['fixed', [page('/a', missing)], [page('/a')], ['fixed /a']],
  ['fixed: the broken link was taken out', [page('/a', missing)], [], ['fixed /a']],
  ['nothing: never asked', [page('/a', { outcome: { kind: 'withheld', by: 'robots', detail: '' } })], [page('/a')], []],
]; // prettier-ignore

describe('where a redirect ends', () => {
  const alias = page('/a', { location: `${hub}/b`, page: null });
  const end = page('/b');
  const told = (before: Night, after: Night): readonly string[] => lines(changesOf(before, after));

  it('breaks and opens again with the redirect, which says it all', () => {
    const [well, ill] = [night([alias], {}, [end]), night([alias], {}, [{ ...end, ...missing }])];
    expect(told(night([]), ill)).toEqual(['broke /a']);
    expect(told(well, ill)).toEqual(['broke /a']);
    expect(told(ill, well)).toEqual(['fixed /a']);
  });

  it('is told of by itself where pages link to it, too', () => {
    const [well, ill] = [night([alias, end]), night([alias, { ...end, ...missing }])];
    expect(told(well, ill)).toEqual(['broke /a', 'broke /b']);
    expect(told(ill, well)).toEqual(['fixed /a', 'fixed /b']);
  });
});

describe('what changed', () => {
  it.each(table)('%s', (_, before, after, expected) => {
    expect(lines(changesOf(night(before), night(after)))).toEqual(expected);
  });

  it('names a document as its links do, in both languages, with its twin', () => {
    const [change] = changesOf(
      night([file('/Deck.pptx')]),
      night([file('/Deck.pptx'), file('/Deck_JPN.pptx')]),
    );
    expect(change).toMatchObject({
      title: { ja: 'to Deck_JPN.pptx', en: 'to Deck.pptx' },
      language: 'ja',
      counterpart: `${cdn}/Deck.pptx`,
      evidence: [{ kind: 'language', before: 'en', after: 'ja' }],
    });
  });

  it('asks whoever knows names for twins that no address shows', () => {
    const guide = `${cdn}/${encodeURIComponent('移行ガイド')}-ja.docx`;
    const after = night([file('/migration-guide.docx'), file(guide)]);
    const twin =
      [...after.snapshot.resources()].find(({ url }) => url.endsWith('/migration-guide.docx'))?.id ?? -1;
    const changes = changesOf(night([file('/migration-guide.docx')]), after, (arrived) =>
      arrived.map(() => twin),
    );
    expect(changes.map(({ kind }) => kind)).toEqual(['localised']);
  });

  it('dates a change by the server where it says so', () => {
    const before = night([file('/a.pptx', date(1))], { startedAt: Date.UTC(2026, 10, 7) });
    const [change] = changesOf(before, night([file('/a.pptx', date(8))]));
    expect(change?.date).toBe('2026-11-08T18:00:00.000Z');
  });
});
