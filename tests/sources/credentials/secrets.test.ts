import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { configSchema } from '../../../src/model/config.js';
import { describeProblem, SetupError } from '../../../src/model/problem.js';
import { readNetscapeCookies } from '../../../src/sources/credentials/cookies-netscape.js';
import { readPlaywrightCookies } from '../../../src/sources/credentials/cookies-playwright.js';
import { jarOf } from '../../../src/sources/credentials/cookies.js';
import { createCredentials } from '../../../src/sources/credentials/credentials.js';
import { loadSecrets } from '../../../src/sources/credentials/secrets.js';
import { suiteFolder } from '../../support/suite-folder.js';

const netscape = [
  '# Netscape HTTP Cookie File',
  '',
  '.example.com\tTRUE\t/\tTRUE\t0\tsession\tabc=',
  '#HttpOnly_example.com\tFALSE\t/app\tFALSE\t4102444800\tid\tx y',
  'example.com\tFALSE\t/\tFALSE\t1\told\tgone',
].join('\r\n');

const now = Date.parse('2026-11-23T02:17:00Z');

describe('cookie files', () => {
  it("of Netscape's form", () => {
    const { cookies, problems } = readNetscapeCookies('c.txt', netscape);
    expect(problems).toEqual([]);
    const jar = jarOf(cookies);
    expect(jar.getCookieStringSync('https://www.example.com/')).toBe('session=abc=');
    expect(jar.getCookieStringSync('https://example.com/app/')).toBe('id=x y; session=abc=');
    expect(jar.getCookieStringSync('http://example.com/app')).toBe('id=x y');
    expect(jar.getCookieStringSync('https://other.com/')).toBe('');
  });

  it("of Netscape's form, with fractions of a second", () => {
    const { cookies, problems } = readNetscapeCookies(
      'c.txt',
      'example.com\tFALSE\t/\tFALSE\t4102444800.512\tid\tx',
    );
    expect(problems).toEqual([]);
    expect(jarOf(cookies).getCookieStringSync('http://example.com/')).toBe('id=x');
  });

  it("of Netscape's form, with mistakes", () => {
    const { problems } = readNetscapeCookies(
      'c.txt',
      'a b c\n\nexample.com\tTRUE\tx\tTRUE\t0\tn\tv\nexample.com\tTRUE\t/\tTRUE\tnever\tn\tv',
    );
    expect(problems.map(({ place }) => place)).toEqual([1, 3, 4].map((line) => ({ file: 'c.txt', line })));
  });

  it("of Playwright's form", () => {
    const state = {
      cookies: [
        {
          name: 'n',
          value: 'v',
          domain: '.example.com',
          path: '/',
          expires: -1,
          httpOnly: true,
          secure: true,
          sameSite: 'Lax',
        },
      ],
      origins: [],
    };
    const { cookies, problems } = readPlaywrightCookies('s.json', JSON.stringify(state));
    expect(problems).toEqual([]);
    expect(jarOf(cookies).getCookieStringSync('https://a.example.com/')).toBe('n=v');
  });

  it("of Playwright's form, with mistakes", () => {
    expect(readPlaywrightCookies('s.json', '{').problems).toHaveLength(1);
    expect(
      readPlaywrightCookies('s.json', '{"cookies":[{"name":1},{"domain":"x"}]}').problems.length,
    ).toBeGreaterThan(2);
  });
});

describe('secrets', () => {
  const folder = suiteFolder();
  beforeAll(async () => {
    await writeFile(join(folder(), 'token'), 'abc.def\n');
    await writeFile(join(folder(), 'empty'), '\n');
    await writeFile(join(folder(), 'cookies.txt'), netscape);
    await writeFile(join(folder(), 'broken.txt'), 'nonsense\nmore nonsense');
  });

  it("are read, and go to the seeds' origins only", async () => {
    const { sources } = configSchema.parse({
      sources: [
        {
          id: 'a',
          seeds: ['https://example.com/x'],
          credentials: { bearerFile: join(folder(), 'token'), cookies: join(folder(), 'cookies.txt') },
        },
      ],
    });
    const credentials = createCredentials(sources, await loadSecrets(sources, now));
    expect(credentials.headers('a', 'https://example.com')).toEqual(['authorization', 'Bearer abc.def']);
    expect(credentials.cookies('a', new URL('https://example.com/app'))).toBe('id=x y; session=abc=');
    for (const elsewhere of ['http://example.com', 'https://example.com:8443', 'https://www.example.com']) {
      expect(credentials.headers('a', elsewhere)).toEqual([]);
      expect(credentials.cookies('a', new URL(elsewhere))).toBe('');
    }
    expect(credentials.headers(null, 'https://example.com')).toEqual([]);
  });

  it('are read without the byte order mark that an editor puts before them', async () => {
    const cookies = {
      'marked.txt': netscape,
      'marked.json': '{"cookies":[{"name":"n","value":"v","domain":"a"}]}',
    };
    for (const [name, text] of Object.entries(cookies)) {
      await writeFile(
        join(folder(), name),
        `\ufeff${text.replace('# Netscape HTTP Cookie File\r\n\r\n', '')}`,
      );
      const credentials = { cookies: join(folder(), name) };
      const { sources } = configSchema.parse({
        sources: [{ id: 'a', seeds: ['https://example.com/'], credentials }],
      });
      expect((await loadSecrets(sources, now)).jars.has('a')).toBe(true);
    }
  });

  it.each([
    [
      'some.txt',
      `${netscape}\nother.com\tFALSE\t/\tFALSE\t2\telsewhere\tv\n.example.com\tTRUE\t/\tTRUE\t1795305600\tlater\tsecret`,
      false,
      'some.txt:7: source "a": the cookie "later" expired on 2026-11-22, and 1 more of its cookies have expired (sign in and export the cookies again)',
    ],
    [
      'all.json',
      '{"cookies":[{"name":"n\\u001b","value":"secret","domain":"example.com","expires":1795305600}]}',
      true,
      'all.json: source "a": the cookie "n\\u001b" expired on 2026-11-22 (sign in and export the cookies again)',
    ],
  ])('tell which cookies have expired, %s', async (name, text, isAll, said) => {
    await writeFile(join(folder(), name), text);
    const { sources } = configSchema.parse({
      sources: [
        { id: 'a', seeds: ['https://example.com/'], credentials: { cookies: join(folder(), name) } },
        { id: 'b', seeds: ['https://b.example/'], credentials: { cookies: join(folder(), name) } },
      ],
    });
    const { expired } = await loadSecrets(sources, now);
    expect(expired.map((one) => [one.isAll, describeProblem(one.problem)])).toEqual([
      [isAll, `${folder()}/${said}`],
    ]);
  });

  it('with mistakes are refused all at once, without showing them', async () => {
    const { sources } = configSchema.parse({
      sources: [
        {
          id: 'a',
          seeds: ['https://a.example/'],
          credentials: { bearerFile: join(folder(), 'missing'), cookies: join(folder(), 'broken.txt') },
        },
        {
          id: 'b',
          seeds: ['https://b.example/'],
          credentials: {
            bearerFile: join(folder(), 'empty'),
            bearer: 'secret token',
            headers: { Host: 'x', 'Transfer-Encoding': 'y' },
          },
        },
      ],
    });
    const error = await loadSecrets(sources, now).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(SetupError);
    if (!(error instanceof SetupError)) return;
    expect(error.problems).toHaveLength(7);
    expect(error.message).toContain(`${join(folder(), 'broken.txt')}:2`);
    expect(error.message).not.toContain('secret');
  });
});
