import { load } from 'cheerio/slim';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf } from '../../src/kit/documents/content-disposition.js';
import type { Observation } from '../../src/model/verdict.js';
import { judge } from '../../src/verdicts/judge.js';
import { slipInHref, slipInUrl } from '../../src/verdicts/marks/slips.js';
import { observe } from '../../src/verdicts/observe.js';
import { resolveRules } from '../../src/verdicts/rule-set.js';
import { judgeFirst } from '../support/answers.js';
import { pageTitled, resourceOf, snapshotOf } from '../support/snapshots.js';
import { html, hub } from './tables/row.js';
import { processorTime } from '../support/processor-time.js';

const starts = [
  'PK\x03\x04',
  '%PDF-1.7',
  '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  '\0\0\0\x18ftyp',
  '<html>',
  'PK\x05\x06',
];
const failed = /rule-failed/;

describe('hostile answers', () => {
  it('of any bytes at any address get a verdict and fail no rule', () => {
    const bytes = fc
      .tuple(fc.constantFrom('', ...starts), fc.uint8Array({ maxLength: 300 }))
      .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'latin1'), rest]));
    const answer = fc.record({
      url: fc
        .constantFrom('/a.pptx', '/a.pdf', '/a.zip', '/a.mp4', '/a', '/%E0%A4.docx')
        .map((path) => hub + path),
      status: fc.constantFrom(200, 206, 204, 403, 404, 500, 503, 999),
      headers: fc
        .constantFrom('text/html', 'application/pdf', 'application/zip', '')
        .map((one) => ({ 'content-type': one })),
      body: bytes,
    });
    fc.assert(
      fc.property(answer, (served) => {
        expect(JSON.stringify(judgeFirst([served]).verdicts)).not.toMatch(failed);
      }),
      { numRuns: 300 },
    );
  });

  it('of any title and text fail no rule', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (title, text) => {
        const { verdicts } = judgeFirst([{ url: `${hub}/a`, body: html(title, text, text) }]);
        expect(JSON.stringify(verdicts)).not.toMatch(failed);
      }),
      { numRuns: 300 },
    );
  });

  it('nested deeper than any stack are read all the same', () => {
    const markup = `<title>Sign in</title>${'<div>'.repeat(20_000)}<input type="password">`;
    const observation: Observation = {
      url: `${hub}/a`,
      answer: {
        kind: 'fetched',
        status: 200,
        location: null,
        contentType: 'text/html',
        length: null,
        bytes: markup.length,
        flaw: null,
        headers: {},
      },
      body: { bytes: Buffer.from(markup), complete: true, tail: null },
      page: { ...pageTitled('Sign in'), links: [] },
      markup,
      tree: () => load(markup),
    };
    expect(observe(observation, resolveRules({}))).toEqual({ 'sign-in': 'form' });
  });

  it.each([
    ['a long title', html('404 '.repeat(50_000))],
    ['a title of separators', html(' - '.repeat(50_000))],
    ['a long heading', html('x', '- '.repeat(50_000))],
    [
      'many alerts',
      html('x', 'x', '', '<div class="alert-danger">x</div>'.repeat(20_000) + '<!-- Page OK -->'),
    ],
    ['an error code that never ends', `<Code>${'A'.repeat(500_000)}`],
  ])('with %s cost little', (_, body) => {
    const resource = { url: `${hub}/a`, status: body.startsWith('<Code') ? 404 : 200, body };
    expect(processorTime(() => judgeFirst([resource]))).toBeLessThan(3000);
  });

  it('that redirect to one another in any way get a verdict each', () => {
    const graph = fc.array(fc.nat(9), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(graph, (targets) => {
        const resources = targets.map((to, at) =>
          resourceOf({ id: at + 1, url: `${hub}/${at}`, ...(to === at ? {} : { location: `${hub}/${to}` }) }),
        );
        const snapshot = snapshotOf({ resources });
        const judged = [...judge(snapshot, resolveRules({}), { maxHops: 4 })];
        expect(judged).toHaveLength(10);
        for (const { hops, end, verdicts } of judged) {
          expect(hops.length).toBeLessThanOrEqual(5);
          if (end === null) expect(verdicts[0]?.state).toBe('broken');
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('slips', () => {
  it('are looked for in any text without failing, and never meant to be what was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const slip = slipInHref(text);
        expect(slip?.meant).not.toBe(text.trim());
        slipInUrl(`${hub}/${encodeURIComponent(Buffer.from(text).toString())}`);
      }),
    );
  });

  it.each([
    'h'.repeat(2000),
    `${'a-'.repeat(1000)}@`,
    'a.'.repeat(1000),
    `https://${'/'.repeat(2000)}`,
    '%25'.repeat(700),
  ])('are looked for quickly: %.20s', (text) => {
    expect(processorTime(() => [slipInHref(text), slipInUrl(`${hub}/${text}`)])).toBeLessThan(500);
  });
});

describe('the name in a Content-Disposition', () => {
  it.each([
    ['attachment; filename="a b.pptx"', 'a b.pptx'],
    ['attachment; filename=a.pptx', 'a.pptx'],
    ['attachment; filename="x.pptx"; filename*=UTF-8\'\'%E8%B3%87%E6%96%99.pptx', '資料.pptx'],
    ["attachment; filename*=iso-8859-1'en'%A3.pdf", '£.pdf'],
    ["attachment; filename=y.pdf; filename*=UTF-8''%E8%B3", 'y.pdf'],
    ["attachment; filename=y.pdf; filename*=koi8-r''%E8", 'y.pdf'],
    ['attachment; filename="a\\"b.pdf"', 'a"b.pdf'],
    ['attachment; filename="../../etc/x.pdf"', 'x.pdf'],
    ['attachment; FileName = "a.pdf"', 'a.pdf'],
    ['inline', null],
    ['', null],
  ])('%s is %s', (header, name) => {
    expect(fileNameOf(header)).toBe(name);
  });
});
