import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Begun, Body, FetchRequest } from '../../../src/model/fetch.js';
import { serveSite, type Handler } from '../../support/small-site.js';
import { openWeb } from '../../support/open-web.js';

const size = 700_000;
const document = Uint8Array.from({ length: size }, (_, index) => index % 251);
const hundred = 104_857_600;

function sending(
  contentType: string,
  headers: Readonly<Record<string, string>> = {},
  body: Uint8Array = document,
): Handler {
  return (_, response) => void response.writeHead(200, { 'content-type': contentType, ...headers }).end(body);
}

const declared = { 'content-length': String(size) };

/** Asks for a path of a site that serves one thing; tells what room was asked for. */
async function ask(
  handler: Handler,
  more: Partial<FetchRequest> = {},
  begun: Begun = () => null,
  path = '/a.pdf',
  limits = {},
) {
  const { origin } = await serveSite({ '*': handler });
  const web = openWeb({ limits }, { deep: true });
  const asked: number[] = [];
  const request = {
    url: origin + path,
    method: 'GET',
    source: null,
    appetite: 'sample',
    wholeDocuments: true,
    ...more,
  } as const;
  const answer = await web.fetch(request, new AbortController().signal, (holds) => {
    asked.push(holds);
    return begun(holds);
  });
  await web.close();
  return { ...answer, asked };
}

function isWhole(body: Body | null): boolean {
  return body?.complete === true && body.tail === null && Buffer.compare(body.bytes, document) === 0;
}

describe('a document whose links are wanted', () => {
  it('is kept whole, and takes room for its size', async () => {
    const { body, outcome, asked } = await ask(sending('application/pdf', declared));
    expect(outcome).toMatchObject({ bytes: size, flaw: null });
    expect(isWhole(body)).toBe(true);
    expect(asked).toEqual([size]);
  });

  it.each([
    ['that was taken for a page', sending('application/pdf', declared), '/page', { appetite: 'whole' }],
    ['known by its name', sending('application/octet-stream', declared), '/a.pptx', {}],
    [
      'known by the name it is saved under',
      sending('application/octet-stream', {
        ...declared,
        'content-disposition': 'attachment; filename="a.docx"',
      }),
      '/d?id=1',
      { appetite: 'whole' },
    ],
  ] as const)('%s, too', async (_, handler, path, more) => {
    expect(isWhole((await ask(handler, more, () => null, path)).body)).toBe(true);
  });

  it('takes all the room it may need where its size is not known', async () => {
    expect((await ask(sending('application/pdf'))).asked).toEqual([hundred]);
    const packed = gzipSync(new Uint8Array(20_000_000));
    const { body, asked } = await ask(sending('application/pdf', { 'content-encoding': 'gzip' }, packed));
    expect(asked).toEqual([hundred]);
    expect(body?.bytes.length).toBe(20_000_000);
    expect(body?.complete).toBe(true);
  });

  it('waits for room, for which nobody is blamed', async () => {
    let enter = (): void => undefined;
    const room = new Promise<void>((resolve) => (enter = resolve));
    const limits = { bodyTimeout: 500, wholeTimeout: 2000 };
    const asking = ask(sending('application/pdf', declared), {}, () => room, '/a.pdf', limits);
    await new Promise((resolve) => setTimeout(resolve, 2600));
    enter();
    expect(isWhole((await asking).body)).toBe(true);
  });

  it('takes no room if it is small or has not changed', async () => {
    const small = sending('application/pdf', { 'content-length': '100' }, document.subarray(0, 100));
    expect((await ask(small)).asked).toEqual([0]);
    const unchanged: Handler = (_, response) =>
      void response.writeHead(304, { 'content-type': 'application/pdf', etag: '"1"' }).end();
    expect((await ask(unchanged, { validators: { etag: '"1"', lastModified: null } })).asked).toEqual([0]);
  });
});

it.each([
  ['too large a document', 'application/pdf', { 'content-length': String(hundred + 1) }, {}],
  ['a film', 'video/mp4', declared, {}],
  ['a document whose links are not wanted', 'application/pdf', declared, { wholeDocuments: false }],
])('of %s only the start and the end are kept', async (_, contentType, headers, more) => {
  const handler: Handler = (__, response) => {
    response.writeHead(200, { 'content-type': contentType, ...headers });
    response.end(headers['content-length'] === String(size) ? document : new Uint8Array(hundred + 1));
  };
  const { body, asked } = await ask(
    handler,
    more,
    () => null,
    contentType === 'video/mp4' ? '/a.mp4' : '/a.pdf',
  );
  expect(body?.bytes.length).toBe(65_536);
  expect(body?.tail?.length).toBe(65_536);
  expect(body?.complete).toBe(false);
  expect(asked).toEqual([0]);
});
