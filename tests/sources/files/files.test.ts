import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { urlOfFile } from '../../../src/kit/urls/file-url.js';
import type { Answer, FetchRequest } from '../../../src/model/fetch.js';
import { createFiles } from '../../../src/sources/files/files.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});

function write(name: string, content: string | Uint8Array = '<title>x</title>'): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return urlOfFile(file);
}

const never = new AbortController().signal;

function ask(
  url: string,
  {
    named = [urlOfFile(join(folder, 'site'))],
    maxBody = 10_000,
    cleanUrls = false,
    ...request
  }: Partial<FetchRequest> & {
    readonly named?: readonly string[];
    readonly maxBody?: number;
    readonly cleanUrls?: boolean;
  } = {},
): Promise<Answer> {
  const fetch = createFiles({ named, maxBody, cleanUrls, input: null, now: () => 1000 });
  return fetch({ url, method: 'GET', source: 'files', appetite: 'whole', ...request }, never);
}

const detailOf = ({ outcome }: Answer) =>
  outcome.kind === 'failed' ? `${outcome.cause} ${outcome.detail}` : null;
const textOf = ({ body }: Answer) => new TextDecoder().decode(body?.bytes);

describe('a link without the ending of a page', () => {
  const bare = (name: string) => write(`site/${name}`).replace(/\.\w+$/, '');

  test('leads to that page, if the server will leave it out', async () => {
    const url = bare('日本語/about.html');
    const { outcome, location } = await ask(url, { cleanUrls: true });
    expect(outcome).toMatchObject({ kind: 'fetched', location: `${url}.html` });
    expect(location).toBe(`${url}.html`);
    expect(detailOf(await ask(url))).toBe('file ENOENT');
  });

  test('of a file that was named leads to a page beside it', async () => {
    const named = [write('index.html')];
    const url = write('about.html').replace(/\.html$/, '');
    expect((await ask(url, { named, cleanUrls: true })).location).toBe(`${url}.html`);
    expect(detailOf(await ask(url, { named }))).toBe('file ENOENT');
  });

  test('leads to that page rather than to a folder without an index', async () => {
    const url = bare('docs.html');
    write('site/docs/intro.html');
    expect((await ask(url, { cleanUrls: true })).location).toBe(`${url}.html`);
    expect((await ask(url)).location).toBe(`${url}/`);
    expect(detailOf(await ask(`${url}/`, { cleanUrls: true }))).toBe('file EISDIR');
    write('site/docs/index.html');
    expect((await ask(url, { cleanUrls: true })).location).toBe(`${url}/`);
  });

  test.each([
    ['of which there is none', 'file ENOENT', () => bare('about.pdf')],
    ['with a slash', 'file ENOENT', () => `${bare('about.html')}/`],
    [
      'that is a link out of the folder',
      'file ENOENT',
      () => {
        const secret = write('secret.html');
        const url = bare('a.html').replace(/a$/, 'about');
        symlinkSync(join(folder, 'secret.html'), join(folder, 'site', 'about.html'));
        expect(secret).toContain('secret');
        return url;
      },
    ],
  ])('is missing if the page is one %s', async (_, detail, make) => {
    expect(detailOf(await ask(make(), { cleanUrls: true }))).toBe(detail);
  });

  test('leads to what bears its name before any page', async () => {
    write('site/about.html');
    expect(textOf(await ask(write('site/about', 'plain'), { cleanUrls: true }))).toBe('plain');
  });
});

describe('a file in a named folder', () => {
  test.each([
    'a b.html',
    '日本語 #1?.html',
    '100%.html',
    'が.html',
    'が.html'.normalize('NFD'),
    'A&B;c=d.html',
  ])('is read, were it called %j', async (name) => {
    const answer = await ask(write(`site/${name}`, 'hello'));
    expect(answer.outcome).toMatchObject({
      kind: 'fetched',
      status: 200,
      contentType: 'text/html',
      bytes: 5,
    });
    expect(textOf(answer)).toBe('hello');
    expect(answer.attempt).toEqual({ at: 1000, took: 0, method: 'GET', result: 200 });
  });

  test('is XHTML, were it called so, which browsers read in another way', async () => {
    const { outcome } = await ask(write('site/a.xhtml', 'hello'));
    expect(outcome).toMatchObject({ contentType: 'application/xhtml+xml' });
  });

  test('is the same whatever the query', async () => {
    expect(textOf(await ask(`${write('site/a.html', 'hello')}?v=2`))).toBe('hello');
  });

  test('that is not there is no answer, and no status is made up', async () => {
    write('site/a.html');
    expect(detailOf(await ask(urlOfFile(join(folder, 'site/gone.html'))))).toBe('file ENOENT');
    expect(detailOf(await ask(urlOfFile(join(folder, 'site/a.html/b'))))).toBe('file ENOTDIR');
    expect(detailOf(await ask(`${urlOfFile(folder)}/site/%00`))).toBe('file ENOENT');
    expect(detailOf(await ask(`${urlOfFile(folder)}/site/%E6`))).toBe('file ENOENT');
    const { attempt } = await ask(urlOfFile(join(folder, 'site/gone.html')));
    expect(attempt.result).toBe('file');
  });

  test('that has not changed is not sent again', async () => {
    const url = write('site/a.html');
    const { outcome } = await ask(url);
    const etag = outcome.kind === 'fetched' ? (outcome.headers['etag'] ?? null) : null;
    const again = await ask(url, { validators: { etag, lastModified: null } });
    expect(again).toMatchObject({ outcome: { status: 304 }, body: null });
    write('site/a.html', 'other');
    expect(await ask(url, { validators: { etag, lastModified: null } })).toMatchObject({
      outcome: { status: 200 },
    });
  });

  test('is read as far as a body may be', async () => {
    const answer = await ask(write('site/a.html', 'x'.repeat(20_000)));
    expect(answer).toMatchObject({
      outcome: { flaw: 'too-large', bytes: 10_000 },
      body: { complete: false },
    });
    const deck = await ask(write('site/deck.pptx', 'x'.repeat(20_000)), { appetite: 'sample' });
    expect(deck).toMatchObject({ outcome: { flaw: null }, body: { complete: true } });
    const film = await ask(write('site/film.mp4', 'x'.repeat(200_000)), { appetite: 'sample' });
    expect(film.body?.bytes.length).toBe(65_536);
    expect(film.body?.tail?.length).toBe(65_536);
    expect((await ask(write('site/pic.png'), { appetite: 'none', method: 'HEAD' })).body).toBeNull();
  });

  test.skipIf(process.getuid?.() === 0)('may be kept from us', async () => {
    const url = write('site/a.html');
    chmodSync(join(folder, 'site/a.html'), 0);
    expect(detailOf(await ask(url))).toBe('file EACCES');
  });
});

describe('nothing else is opened', () => {
  test('be it beside what was named, above it, or behind a link', async () => {
    write('site/a.html');
    const secret = write('secret.html');
    write('site2/a.html');
    symlinkSync(join(folder, 'secret.html'), join(folder, 'site/link.html'));
    symlinkSync(folder, join(folder, 'site/up'));
    for (const name of ['secret.html', 'site2/a.html', 'site/link.html', 'site/up/secret.html', 'site/up'])
      expect([name, detailOf(await ask(`${urlOfFile(folder)}/${name}`))]).toEqual([name, 'file OUTSIDE']);
    expect(detailOf(await ask(`${urlOfFile(folder)}/site/../secret.html`))).toBe('file OUTSIDE');
    expect(detailOf(await ask('file:///dev/stdin'))).not.toBeNull();
    expect(detailOf(await ask(secret, { named: [secret] }))).toBeNull();
  });

  test('a link inside leads to what is inside', async () => {
    write('site/a.html', 'hello');
    symlinkSync('a.html', join(folder, 'site/b.html'));
    expect(textOf(await ask(`${urlOfFile(folder)}/site/b.html`))).toBe('hello');
  });

  test('a link from one named folder into another leads there', async () => {
    write('site/a.html');
    const other = write('other/b.html', 'hello');
    symlinkSync(join(folder, 'other'), join(folder, 'site/other'));
    const named = [urlOfFile(join(folder, 'site')), urlOfFile(join(folder, 'other'))];
    expect(textOf(await ask(`${urlOfFile(folder)}/site/other/b.html`, { named }))).toBe('hello');
    expect(detailOf(await ask(other))).toBe('file OUTSIDE');
  });

  test('a folder that is named by a link is the one behind it', async () => {
    write('site/a.html', 'hello');
    symlinkSync(join(folder, 'site'), join(folder, 'alias'));
    const named = [urlOfFile(join(folder, 'alias'))];
    expect(textOf(await ask(`${urlOfFile(folder)}/alias/a.html`, { named }))).toBe('hello');
  });

  test.skipIf(process.platform === 'win32')('devices and pipes, which would never end', async () => {
    write('site/a.html');
    execFileSync('mkfifo', [join(folder, 'site/pipe.html')]);
    expect(detailOf(await ask(urlOfFile(join(folder, 'site/pipe.html'))))).toBe('file NOT_A_FILE');
    expect(detailOf(await ask('file:///dev/zero', { named: ['file:///dev/zero'] }))).toBe('file NOT_A_FILE');
  });
});

describe('beside a named file', () => {
  const at = (name: string) => `${urlOfFile(folder)}/${name}`;

  test('what is there is told to be there, and is neither read nor listed', async () => {
    write('README.md');
    for (const name of ['docs/guide.md', 'deck.pptx', 'index.html']) write(name, 'secret');
    for (const name of ['docs/guide.md', 'deck.pptx', 'index.html', 'docs', 'docs/']) {
      const { outcome, body, location } = await ask(at(name), { named: [at('README.md')] });
      expect([name, outcome, body, location]).toEqual([
        name,
        expect.objectContaining({ kind: 'fetched', status: 200, bytes: 0, headers: {} }),
        null,
        null,
      ]);
    }
    expect(detailOf(await ask(at('docs/gone.md'), { named: [at('README.md')] }))).toBe('file ENOENT');
  });

  test('nothing is told of what lies above, or behind a link that leads there', async () => {
    write('a/README.md');
    write('secret.md');
    write('b/README.md');
    symlinkSync(join(folder, 'secret.md'), join(folder, 'a/link.md'));
    symlinkSync(join(folder, 'b'), join(folder, 'a/up'));
    const named = [at('a/README.md')];
    for (const name of ['secret.md', 'a/link.md', 'a/up', 'a/up/', 'a/up/README.md', 'b/README.md', ''])
      expect([name, detailOf(await ask(at(name), { named }))]).toEqual([name, 'file OUTSIDE']);
  });

  test('that is named by a link, is where the link is', async () => {
    write('real/README.md', 'hello');
    write('real/beside-the-real.md');
    write('a/guide.md');
    symlinkSync(join(folder, 'real/README.md'), join(folder, 'a/README.md'));
    const named = [at('a/README.md')];
    expect(textOf(await ask(at('a/README.md'), { named }))).toBe('hello');
    expect(detailOf(await ask(at('a/guide.md'), { named }))).toBeNull();
    expect(detailOf(await ask(at('real/beside-the-real.md'), { named }))).toBe('file OUTSIDE');
  });

  test('nothing is told of what lies beside a named folder, or beside the place of what is piped in', async () => {
    write('site/a.html');
    write('b.html');
    expect(detailOf(await ask(at('b.html')))).toBe('file OUTSIDE');
    expect(detailOf(await ask(at('gone.html')))).toBe('file OUTSIDE');
    const named = ['file:///dev/stdin'];
    expect(detailOf(await ask('file:///dev/null', { named }))).toBe('file OUTSIDE');
  });
});

describe('a folder', () => {
  const at = (name: string) => `${urlOfFile(folder)}/${name}`;

  test('leads to its index', async () => {
    write('site/index.html');
    write('site/a/index.htm');
    write('site/b/README.md');
    expect((await ask(at('site/'))).location).toBe(at('site/index.html'));
    expect((await ask(at('site/a'))).location).toBe(at('site/a/'));
    expect((await ask(at('site/a/'))).location).toBe(at('site/a/index.htm'));
    expect((await ask(at('site/b/'))).location).toBe(at('site/b/README.md'));
  });

  test('without one is broken in a site, and a folder like any other among documents', async () => {
    write('site/a/deck.pptx');
    expect((await ask(at('site/a/'))).outcome).toMatchObject({ status: 200, contentType: 'inode/directory' });
    write('site/page.html');
    expect(detailOf(await ask(at('site/a/')))).toBe('file EISDIR');
  });

  test('that is named is the list of what is read in it', async () => {
    for (const name of [
      '日 本/b#.html',
      'a.pdf',
      'pic.png',
      '.git/x.html',
      'node_modules/x/a.html',
      'note.txt',
    ])
      write(`site/${name}`);
    symlinkSync(join(folder, 'site/a.pdf'), join(folder, 'site/link.pdf'));
    const answer = await ask(at('site'));
    expect(answer.outcome).toMatchObject({ status: 200, contentType: 'text/uri-list' });
    expect(textOf(answer)).toBe('# site\n./site/a.pdf\n./site/%E6%97%A5%20%E6%9C%AC/b%23.html\n');
  });

  test('that holds nothing to read is an empty list', async () => {
    write('site/pic.png');
    write('elsewhere/index.html');
    symlinkSync(join(folder, 'elsewhere/index.html'), join(folder, 'site/index.html'));
    expect((await ask(at('site'))).outcome).toMatchObject({ contentType: 'text/uri-list', bytes: 0 });
  });

  test.skipIf(process.getuid?.() === 0)(
    'in it that cannot be opened is told, and is not said to be missing',
    async () => {
      write('site/index.html');
      write('site/kept from us/a.html');
      chmodSync(join(folder, 'site/kept from us'), 0);
      expect(textOf(await ask(at('site')))).toBe('# site\n./site/index.html\n./site/kept%20from%20us/\n');
      expect(detailOf(await ask(at('site/kept%20from%20us/')))).toBe('file EACCES');
      chmodSync(join(folder, 'site/kept from us'), 0o755);
    },
  );

  test('of texts alone lists texts', async () => {
    write('site/note.txt');
    write('site/list.csv');
    expect(textOf(await ask(at('site')))).toBe('# site\n./site/list.csv\n./site/note.txt\n');
  });
});

describe('what is piped in', () => {
  const piped = (input: string, maxBody: number) =>
    createFiles({
      named: ['file:///dev/stdin'],
      maxBody,
      cleanUrls: false,
      input: () => Promise.resolve(new TextEncoder().encode(input)),
      now: () => 0,
    })({ url: 'file:///dev/stdin', method: 'GET', source: null, appetite: 'whole' }, never);

  test('is read once it is asked for, as far as a body may be', async () => {
    expect(textOf(await piped('https://a.example/', 100))).toBe('https://a.example/');
    expect(await piped('x'.repeat(101), 100)).toMatchObject({ outcome: { flaw: 'too-large', bytes: 100 } });
  });
});

test('a run that is stopped is not kept waiting', async () => {
  const stopped = AbortSignal.abort('interrupted');
  const fetch = createFiles({ named: [], maxBody: 1, cleanUrls: false, input: null, now: () => 0 });
  const request = { url: 'file:///a', method: 'GET', source: null, appetite: 'whole' } as const;
  await expect(fetch(request, stopped)).rejects.toBe('interrupted');
});
