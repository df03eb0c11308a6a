import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRead } from '../../src/app/reading/read.js';
import { parseConfig } from '../../src/config/parse.js';
import { fullConfigSchema } from '../../src/app/context/config.js';
import { keptHeaders } from '../../src/model/resource.js';
import { readNetscapeCookies } from '../../src/sources/credentials/cookies-netscape.js';
import { readPlaywrightCookies } from '../../src/sources/credentials/cookies-playwright.js';
import { retryAfterOf } from '../../src/sources/answers/retry-after.js';
import { judge } from '../../src/verdicts/judge.js';
import { resolveRules } from '../../src/verdicts/rule-set.js';
import { snapshotOf } from '../support/snapshots.js';

/** Bytes made of what the reader of a kind of body looks for, and of anything. */
const bytesOf = (...pieces: readonly string[]): fc.Arbitrary<Uint8Array> =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...pieces).map((piece) => Buffer.from(piece, 'latin1')),
        fc.uint8Array({ maxLength: 20 }),
      ),
      {
        maxLength: 60,
      },
    )
    .map((parts) => Buffer.concat(parts));

const bodies: readonly (readonly [string, string, fc.Arbitrary<Uint8Array>])[] = [
  [
    'text/html',
    'a.html',
    bytesOf(
      '<a href="',
      '">',
      '<title>',
      '<h1',
      '<!--',
      '<script>',
      '</',
      '<base href=',
      '<meta charset=',
      '&#x',
      '\x1b$B',
    ),
  ],
  ['text/css', 'a.css', bytesOf('@import ', 'url(', '"', '/*', '*/', '\\', ')', '{')],
  [
    'application/xml',
    'sitemap.xml',
    bytesOf(
      '<?xml ',
      '<urlset>',
      '<url><loc>',
      '</loc>',
      '<![CDATA[',
      ']]>',
      '&amp;',
      '<sitemapindex>',
      '<!DOCTYPE x [',
      '<!ENTITY a "b">',
    ),
  ],
  ['application/json', 'toc.json', bytesOf('{"items":[', '{"href":"', '"name":', ']', '}', ',', '[[[[')],
  ['text/plain', 'sitemap.txt', bytesOf('https://a.example/', '\n', '\r')],
  ['application/pdf', 'a.pdf', bytesOf('%PDF-', 'startxref', '%%EOF', '/Encrypt')],
  [
    'application/octet-stream',
    'a.pptx',
    bytesOf(
      'PK\x03\x04',
      'PK\x01\x02',
      'PK\x05\x06',
      '[Content_Types].xml',
      'ppt/',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    ),
  ],
];
const headers = fc.dictionary(
  fc.constantFrom(...keptHeaders),
  fc.oneof(
    fc.string(),
    bytesOf('<', '>; rel="', ';', "filename*=UTF-8''%", '"', '=', ',').map((bytes) =>
      Buffer.from(bytes).toString('latin1'),
    ),
  ),
);
const rules = resolveRules({});
const read = createRead({ checkFragments: true, rules: {} });

describe('whatever a server sends', () => {
  it.each(bodies)('as %s at %s: it is read and judged', (contentType, name, anyBytes) => {
    const url = `https://hub.example/${name}`;
    const property = fc.property(anyBytes, headers, fc.boolean(), (bytes, kept, complete) => {
      const answer = {
        kind: 'fetched',
        status: 200,
        location: null,
        contentType,
        length: null,
        bytes: bytes.length,
        flaw: null,
        headers: kept,
      } as const;
      const { facts, links, signals } = read({
        url,
        answer,
        charset: null,
        linkHeader: kept['link'] ?? null,
        refreshHeader: kept['refresh'] ?? null,
        body: { bytes, complete, tail: null },
      });
      const snapshot = snapshotOf({ resources: [{ url, outcome: answer, page: facts, signals }] });
      const verdicts = [...judge(snapshot, rules, { maxHops: 5 })].flatMap((judged) => judged.verdicts);
      expect(verdicts.filter(({ evidence }) => evidence?.['error'] !== undefined)).toEqual([]);
      expect(verdicts.map(({ rule }) => rule)).not.toContain('rule-failed');
      expect(links.rows.length % 6).toBe(0);
    });
    fc.assert(property, { numRuns: 150 });
  });

  it('as Retry-After or RateLimit', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (after, reset) => {
        const wait = retryAfterOf(
          429,
          { 'retry-after': after, 'ratelimit-reset': reset, ratelimit: reset },
          0,
        );
        expect(wait === null || (Number.isFinite(wait) && wait >= 0)).toBe(true);
      }),
    );
  });
});

describe('whatever a user has', () => {
  it('as a configuration: problems, never a crash', () => {
    const text = bytesOf(
      'sources:',
      '\n  ',
      '- ',
      '{',
      '[',
      '&a',
      '*a',
      '${',
      '}',
      '!!',
      '"',
      ': ',
      'seeds',
      '<<',
      '|',
    ).map((bytes) => Buffer.from(bytes).toString());
    const property = fc.property(text, (given) => {
      const { config, problems } = parseConfig(
        { text: given, file: 'a.yaml', environment: {}, seeds: [], overrides: [] },
        fullConfigSchema,
      );
      expect(config !== null || problems.length > 0).toBe(true);
    });
    fc.assert(property, { numRuns: 100 });
  });

  it('as cookies: problems, never a crash', () => {
    const text = bytesOf(
      '{"cookies":[',
      '{"name":"a"',
      '\t',
      '\n',
      'TRUE',
      '#HttpOnly_',
      ']}',
      'a.example',
    ).map((bytes) => Buffer.from(bytes).toString());
    const property = fc.property(text, (given) => {
      for (const reader of [readNetscapeCookies, readPlaywrightCookies]) {
        const { cookies, problems } = reader('a', given);
        expect([cookies, problems].every(Array.isArray)).toBe(true);
      }
    });
    fc.assert(property);
  });
});
