import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBody } from '../support/material.js';
import { processorTime } from '../support/processor-time.js';

const kinds = ['text/html', 'text/css', 'application/xml', 'application/json', 'text/plain', ''];

test('any bytes as any kind of body give a reading', () => {
  const snippet = fc.constantFrom(
    '<a href=',
    '"',
    "'",
    '<!--',
    '&',
    '&#',
    '<urlset>',
    '<loc>',
    '{"items":[',
    'url(',
    '@import',
    '\\',
    '<svg>',
    '<template>',
  );
  const body = fc
    .array(fc.oneof(fc.string({ unit: 'binary' }), snippet), { maxLength: 20 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      fc.oneof(body, fc.uint8Array({ maxLength: 300 })),
      fc.constantFrom(...kinds),
      fc.constantFrom('page', 'toc.html', 'toc.json', 'sitemap.txt'),
      (given, contentType, name) => {
        const { links } = readBody(given, { contentType, url: `https://example.test/${name}` });
        for (const link of links) expect(typeof link.url).toBe('string');
      },
    ),
    { numRuns: 800 },
  );
});

describe('time grows with length, not with its square', () => {
  const pieces = [
    '<',
    '<a ',
    '<a href="',
    '<a href=x>',
    '<!--',
    '<!-',
    '--!',
    '<!---->',
    '&',
    '&amp',
    '&#',
    '"',
    "'",
    '=',
    '<h1>',
    '</h1>',
    '<div>',
    '</div>',
    '<svg>',
    '</svg>',
    '<svg><g>',
    '<script>',
    '<script><!--',
    '</scrip',
    '<title>',
    '<textarea></',
    '<template>',
    '<table><td>',
    '<ul class=breadcrumb>',
    '<li>',
    '<![CDATA[',
    ']]',
    '</',
    '<?',
    '\0',
    '<style>@import "',
    'url(',
    '/*',
    '\\',
    '<img srcset="',
    ', ',
    '(',
    '<loc>',
    '<url>',
    ' ',
    '\n',
    'Views: ',
  ];
  const time = (markup: string, contentType: string): number =>
    processorTime(() => readBody(markup, { contentType }));

  test.each(['text/html', 'text/css', 'application/xml'])('%s', (contentType) => {
    const opening = contentType === 'application/xml' ? '<urlset>' : '';
    for (const piece of pieces) {
      const short = opening + piece.repeat(5_000 / piece.length);
      const long = opening + piece.repeat(100_000 / piece.length);
      time(short, contentType);
      const once = time(short, contentType);
      // Twenty times the length; a square would take four hundred times the time.
      expect(time(long, contentType), JSON.stringify(piece)).toBeLessThan(300 + once * 60);
    }
  });
});

test('what a page may bring is bounded', () => {
  const flood = readBody('<a href=x>y</a>'.repeat(250_001));
  expect(flood.links).toHaveLength(250_000);
  expect(flood.isCut).toBe(true);
  expect(readBody('<a href=x>y</a>'.repeat(250_000)).isCut).toBe(false);
  const long = readBody(
    `<title>${'t'.repeat(1e6)}</title><h1>${'h'.repeat(1e6)}</h1><a href="${'u'.repeat(1e6)}" title="${'v'.repeat(1e6)}">${'x'.repeat(1e6)}</a>`,
  );
  expect(long.facts?.title).toHaveLength(500);
  expect(long.links[0]?.text).toHaveLength(500);
  expect(long.links[0]?.headings[0]).toHaveLength(300);
});

test('of a page with too many places none is known to be missing', () => {
  const placesOf = (count: number) =>
    readBody(Array.from({ length: count }, (_, number) => `<i id=${number}>`).join('')).facts?.anchors;
  expect(placesOf(50_000)).toHaveLength(50_000);
  expect(placesOf(50_001)).toBeNull();
});
