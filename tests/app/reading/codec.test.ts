import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDecoder, createEncoder } from '../../../src/app/reading/codec.js';
import { linkKinds } from '../../../src/model/link.js';
import { createNumbering } from '../../../src/model/links/numbering.js';
import { packLinks } from '../../../src/model/links/pack.js';
import { unpackLinks } from '../../support/unpack-links.js';

const link = fc.record({
  url: fc.oneof(fc.webUrl(), fc.constantFrom('', 'http//a\nb', 'https://a/\0', 'https://日本.example/')),
  kind: fc.constantFrom(...linkKinds),
  text: fc.string({ unit: 'binary', maxLength: 8 }),
  headings: fc.array(fc.constantFrom('A', '日本語'), { maxLength: 2 }),
  fragment: fc.option(fc.constantFrom('top', '見出し')),
  written: fc.option(fc.constantFrom('hhttps://')),
});

test('readings come out of a thread as they went in, whatever batches they cross in', () => {
  const batches = fc.array(fc.array(fc.array(link, { maxLength: 20 }), { maxLength: 5 }), { maxLength: 5 });
  const property = fc.property(batches, fc.nat(), (pages, key) => {
    const numbering = createNumbering(key);
    const encode = createEncoder(numbering);
    const decode = createDecoder();
    for (const batch of pages) {
      const readings = batch.map((links) => ({
        facts: null,
        links: packLinks(links, numbering),
        signals: { note: links.length },
      }));
      const crossed = decode(structuredClone(encode(readings)));
      expect(crossed.map(({ links }) => unpackLinks(links))).toEqual(batch);
      expect(crossed.map(({ signals }) => signals)).toEqual(readings.map(({ signals }) => signals));
    }
  });
  fc.assert(property, { numRuns: 100 });
});

test('a URL crosses between threads once', () => {
  const numbering = createNumbering();
  const encode = createEncoder(numbering);
  const read = (url: string) => ({
    facts: null,
    links: packLinks(
      [{ url, kind: 'anchor', text: '', headings: [], fragment: null, written: null }],
      numbering,
    ),
    signals: {},
  });
  expect(encode([read('https://a/'), read('https://b/')]).newUrls).toBe('["https://a/","https://b/"]');
  expect(encode([read('https://b/'), read('https://c/')]).newUrls).toBe('["https://c/"]');
});
