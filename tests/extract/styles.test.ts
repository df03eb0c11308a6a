import { expect, it } from 'vitest';
import { readMaterial } from '../../src/extract/read-material.js';
import type { Material } from '../../src/model/reading.js';

const material = (contentType: string, text: string): Material => ({
  url: 'https://hub.example/a',
  answer: {
    kind: 'fetched',
    status: 200,
    location: null,
    contentType,
    length: null,
    bytes: text.length,
    flaw: null,
    headers: {},
  },
  charset: null,
  linkHeader: null,
  refreshHeader: null,
  body: { bytes: new TextEncoder().encode(text), complete: true, tail: null },
});
const page = `<link rel="stylesheet" href="/a.css"><style>@import "/b.css"; p { background: url(/c.png) }</style>
<p style="background: url(/d.png)"><a href="/e">e</a>`;
const urls = (contentType: string, text: string, checkStyles: boolean): readonly string[] =>
  readMaterial(material(contentType, text), { checkFragments: false, checkStyles }, () => ({}))
    .links.urls.map((url) => new URL(url).pathname)
    .sort();

it('looks into styles, unless told not to', () => {
  expect(urls('text/html', page, true)).toEqual(['/a.css', '/b.css', '/c.png', '/d.png', '/e']);
  expect(urls('text/html', page, false)).toEqual(['/a.css', '/e']);
  expect(urls('text/css', 'p { background: url(/c.png) }', true)).toEqual(['/c.png']);
  expect(urls('text/css', 'p { background: url(/c.png) }', false)).toEqual([]);
});

it('follows so many links of one sheet, and says that there are more', () => {
  const sheet = Array.from({ length: 50_001 }, (_, number) => `url(/${number})`).join('');
  const { links, isCut } = readMaterial(material('text/css', sheet), { checkFragments: false }, () => ({}));
  expect(links.targets.length).toBe(50_000);
  expect(isCut).toBe(true);
});
