import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printOf } from '../../src/model/print.js';
import { judge } from '../../src/verdicts/judge.js';
import { resolveRules } from '../../src/verdicts/rule-set.js';
import { resourceOf, type ResourceSketch } from '../support/snapshots.js';
import { cdn, changesOf, differencesOf, file, hub, night, page, type Night } from './sides.js';

const header = fc.constantFrom<ResourceSketch['headers']>(
  {},
  { etag: '"1"' },
  { etag: '"2"' },
  { etag: '"1"', 'x-ms-request-id': 'a' },
  { etag: '"1"', 'x-ms-request-id': 'b' },
  { 'last-modified': 'Sun, 01 Nov 2026 18:00:00 GMT' },
);

/** Everything that could make one resource depend on another, or look like its former self without being it. */
const resource: fc.Arbitrary<ResourceSketch> = fc
  .record({
    kind: fc.constantFrom('page', 'page', 'file', 'redirect', 'probe', 'noted', 'telling'),
    name: fc.integer({ min: 0, max: 9 }),
    status: fc.constantFrom(200, 200, 200, 200, 404, 500),
    digest: fc.constantFrom('1', '2'),
    header,
  })
  .map(({ kind, name, status, digest, header: headers = {} }) => {
    const content = { title: digest === '1' ? 'Guide' : 'Page not found', digest };
    switch (kind) {
      case 'file':
        return file(`/adoption-deck-${name}.pptx`, headers, { status });
      case 'redirect':
        return page(`/p${name}`, { location: `${hub}/p${(name * 3 + 1) % 10}`, page: null });
      case 'probe':
        return page(`/q7x${name}`, { role: 'probe', status, page: content });
      case 'noted':
        return page(`/p${name}`, { page: content, signals: { 'soft-404': digest } });
      case 'telling':
        return page(`/p${name}`, { page: content, signals: { 'update-table': tellings(status) } });
      case 'page':
        return page(`/p${name}`, { status, page: content, headers });
    }
  });

/** What a page may say of documents that look equal. */
function tellings(status: number): readonly (readonly [string, string])[] {
  const day = status === 200 ? '2026-05-04' : '2026-05-11';
  return [0, 1, 2].map((name) => [`${cdn}/adoption-deck-${name}.pptx`, day]);
}

const resources = fc.uniqueArray(resource, { selector: ({ url }) => url, maxLength: 14 });
const rules = resolveRules({});

function withoutGlances(side: Night): Night {
  return { ...side, judged: () => judge(side.snapshot, rules, { maxHops: 10 }) };
}

it('two runs differ in the same, whether what is settled is glanced at or judged', () => {
  fc.assert(
    fc.property(resources, resources, fc.boolean(), (one, other, alike) => {
      const [before, after] = [night(one), night(alike ? [...other, ...one.slice(other.length)] : other)];
      expect(changesOf(before, after)).toEqual(changesOf(withoutGlances(before), after));
      expect(differencesOf(before, after).totals).toEqual(
        differencesOf(withoutGlances(before), after).totals,
      );
    }),
    { numRuns: 200 },
  );
});

it('a night like the one before is only glanced at', () => {
  const all = night([page('/a'), page('/b'), file('/deck-one.pptx', { etag: '"1"' })]);
  const judged: string[] = [];
  const watched: Night = {
    ...all,
    judged: function* (isSettled) {
      for (const one of all.judged(isSettled)) {
        judged.push(one.resource.url);
        yield one;
      }
    },
  };
  expect(changesOf(watched, all)).toEqual([]);
  expect(judged).toEqual([]);
});

it.each<[string, Partial<ResourceSketch>, boolean]>([
  ['nothing', {}, true],
  ['the id of the request', { headers: { 'x-ms-request-id': '2' } }, true],
  ['when it was asked for', { attempts: [{ at: 7, took: 9, method: 'GET', result: 200 }] }, true],
  ['that it took two tries', { attempts: [{ at: 7, took: 9, method: 'GET', result: 503 }] }, false],
  ['its entity tag', { headers: { etag: '"2"' } }, false],
  ['its type', { contentType: 'text/plain' }, false],
  ['its digest', { page: { digest: '2' } }, false],
  ['its title', { title: 'Other' }, false],
  ['its portal', { source: 'other' }, false],
])('the print tells %s apart: %s', (_, sketch, isSame) => {
  const known: ResourceSketch = { url: `${hub}/a`, title: 'A', headers: { 'x-ms-request-id': '1' } };
  const [one, other] = [resourceOf(known), resourceOf({ ...known, ...sketch })];
  expect(printOf(one)).not.toBeNull();
  expect(printOf(one) === printOf(other)).toBe(isSame);
});

it.each<[string, Partial<ResourceSketch>]>([
  ['is missing', { status: 404 }],
  ['redirects', { location: `${hub}/b` }],
  ['was never asked', { outcome: { kind: 'withheld', by: 'robots', detail: '' } }],
  ['a rule noted something about', { signals: { 'soft-404': 1 } }],
])('what %s has no print', (_, sketch) => {
  expect(printOf(resourceOf({ url: `${hub}/a`, ...sketch }))).toBeNull();
});
