import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueOn } from '../../src/demo/documents/catalogue.js';
import { contentTypeOf, endingOf } from '../../src/demo/documents/formats.js';
import { zip } from '../../src/demo/documents/zip.js';
import { serveDemo, type DemoPortals } from '../../src/demo/serve-demo.js';
import { ask, bytesOf } from './support.js';

let demo: DemoPortals;
beforeAll(async () => {
  demo = await serveDemo();
});
afterAll(() => demo.close());

describe.each(catalogueOn(0))('$path', ({ path }) => {
  it('is whole and what its ending says', async () => {
    const response = await ask(demo.origins.documents + path);
    expect(response.headers.get('content-type')).toBe(contentTypeOf(endingOf(path)));
    const bytes = Buffer.from(await response.arrayBuffer());
    if (path.endsWith('.pdf')) expectPdf(bytes);
    else expectPackage(bytes);
  });
});

describe('the documents host', () => {
  const path = '/decks/Teams-Upgrade-Planning-v3.pptx';

  it('answers HEAD like GET, without the body', async () => {
    const url = demo.origins.documents + path;
    const head = await ask(url, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(String((await bytesOf(url)).length));
    expect((await head.arrayBuffer()).byteLength).toBe(0);
  });

  it.each([
    ['bytes=0-3', 0, 4],
    ['bytes=10-', 10, undefined],
    ['bytes=-22', -22, undefined],
  ])('gives the range %s', async (range, start, end) => {
    const url = demo.origins.documents + path;
    const whole = await bytesOf(url);
    const part = await ask(url, { headers: { range } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toMatch(new RegExp(`/${whole.length}$`));
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(start, end));
  });

  it.each(['bytes=5-2', 'bytes=-', 'lines=1-2', 'bytes=0-1,4-5'])('ignores the range %s', async (range) => {
    expect((await ask(demo.origins.documents + path, { headers: { range } })).status).toBe(200);
  });

  it('answers 304 to whoever knows the document', async () => {
    const url = demo.origins.documents + path;
    const tag = (await ask(url)).headers.get('etag') ?? '';
    expect((await ask(url, { headers: { 'if-none-match': tag } })).status).toBe(304);
  });

  it('says in XML what is missing', async () => {
    const missing = await ask(`${demo.origins.documents}/decks/Security-Workshop-Deck.pptx`);
    expect(await missing.text()).toContain('<Code>BlobNotFound</Code>');
    expect(missing.headers.get('content-type')).toBe('application/xml');
  });

  it('cuts one deck half way', async () => {
    const response = await ask(`${demo.origins.documents}/decks/Endpoint-Management-Deck.pptx`);
    await expect(response.arrayBuffer()).rejects.toThrow();
  });
});

describe('zip', () => {
  it('writes an empty archive and names in UTF-8', () => {
    expect(zip([])).toHaveLength(22);
    expect(readZip(Buffer.from(zip([{ name: '資料.txt', text: '本文' }])))).toEqual(
      new Map([['資料.txt', '本文']]),
    );
  });
});

function expectPackage(bytes: Buffer): void {
  const parts = readZip(bytes);
  expect([...parts.keys()][0]).toBe('[Content_Types].xml');
  const types = parts.get('[Content_Types].xml') ?? '';
  const declared = Array.from(types.matchAll(/PartName="\/([^"]+)"/g), ([, name]) => name ?? '');
  expect(declared.filter((name) => !parts.has(name))).toEqual([]);
  for (const [name, text] of parts) {
    if (name.endsWith('.rels')) expectTargets(name, text, parts);
  }
}

function expectTargets(name: string, text: string, parts: ReadonlyMap<string, string>): void {
  const folder = name.replace(/_rels\/[^/]+$/, '');
  for (const [, target = ''] of text.matchAll(/Target="([^"]+)"/g)) {
    expect(parts.has(new URL(target, `file:///${folder}`).pathname.slice(1)), target).toBe(true);
  }
}

/** Reads by the directory at the end, and holds every local header against it. */
function readZip(bytes: Buffer): ReadonlyMap<string, string> {
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
  const parts = new Map<string, string>();
  let entry = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    expect(bytes.readUInt32LE(entry)).toBe(0x02014b50);
    const nameLength = bytes.readUInt16LE(entry + 28);
    const local = bytes.readUInt32LE(entry + 42);
    const size = bytes.readUInt32LE(entry + 24);
    expect(bytes.subarray(entry + 6, entry + 30)).toEqual(bytes.subarray(local + 4, local + 28));
    const data = bytes.subarray(local + 30 + nameLength, local + 30 + nameLength + size);
    expect(crc32(data)).toBe(bytes.readUInt32LE(entry + 16));
    parts.set(bytes.toString('utf8', entry + 46, entry + 46 + nameLength), data.toString('utf8'));
    entry += 46 + nameLength;
  }
  expect(entry).toBe(end);
  return parts;
}

/** Every object must lie where the table says. */
function expectPdf(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  expect(text).toMatch(/^%PDF-1\.4\n/);
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  expect(text.slice(start)).toMatch(/^xref\n0 7\n/);
  const offsets = Array.from(text.slice(start).matchAll(/^(\d{10}) 00000 n $/gm), ([, offset]) =>
    Number(offset),
  );
  offsets.forEach((offset, index) => expect(text.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\n`)));
}
