import { existsSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.js';
import { lockStore } from '../../src/store/lock.js';
import { fakeTerminal } from '../support/fake-terminal.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** What a walk says to a configuration whose files are as given; the folder's name is left out. */
async function refusals(
  lines: readonly string[],
  files: Readonly<Record<string, string>>,
  ...words: string[]
) {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries({
    ...files,
    'c.yaml': [...lines, `store: ${folder}/store`].join('\n'),
  }))
    writeFileSync(join(folder, name), text);
  const env = { http_proxy: 'ftp://proxy', TOKEN: 'hush' };
  const terminal = fakeTerminal({ env });
  expect(await main(['crawl', '--config', join(folder, 'c.yaml'), '-q', ...words], terminal)).toBe(2);
  expect(existsSync(join(folder, 'store'))).toBe(false);
  return terminal.stderr.text().replaceAll(`${folder}/`, '').trimEnd().split('\n');
}

const source = (credentials: string): readonly string[] => [
  `sources: [{ id: a, seeds: ["http://127.0.0.1:1/"], credentials: { ${credentials} } }]`,
];

test('everything that a walk cannot use is reported at once', async () => {
  const named = ['baseline: b.json', 'known: k.yaml', 'glossary: g.yaml', 'tasks: [t.csv]'];
  const files = { 'k.yaml': '[', 'g.yaml': 'x', 't.csv': '', token: '', jar: '' };
  const lines = [...source('bearerFile: token, cookies: jar'), ...named];
  const missed: unknown = expect.stringMatching(/^c\.yaml:2:11: "baseline" names a file that cannot be read/);
  const foreseen: readonly unknown[] = [
    expect.stringMatching(/^k\.yaml:/),
    expect.stringMatching(/http_proxy/),
    expect.stringMatching(/^token: does not hold a bearer token/),
    expect.stringMatching(/^jar: holds no cookie/),
    expect.stringMatching(/^t\.csv: is empty/),
    expect.stringMatching(/^g\.yaml: is no glossary/),
  ];
  expect(await refusals(lines, files)).toEqual([missed, ...foreseen]);
  expect(await refusals([...lines, 'output: [/no/such/r.json]'], files, '--max-depth', 'x')).toEqual([
    expect.stringMatching(/--max-depth must be/),
    missed,
    expect.stringMatching(/^c\.yaml:6:10: entry 1 of "output" names a file that cannot be written/),
    ...foreseen,
  ]);
});

test('what was told of the configuration is not told again, nor what is secret', async () => {
  const told = await refusals(
    [...source('bearerFile: "${TOKEN}"'), 'tasks: [t.csv]', 'baseline: b.json'],
    {},
  );
  expect(told).toEqual([
    expect.stringMatching(/"bearerFile" names a file that cannot be read/),
    expect.stringMatching(/entry 1 of "tasks" names a file that cannot be read/),
    expect.stringMatching(/"baseline" names a file that cannot be read/),
    expect.stringMatching(/http_proxy/),
  ]);
  expect(told.join()).not.toContain('hush');
});

test('files that say what is no news are missed where they are named, unless others are given instead', async () => {
  const lines = [...source(''), 'known: k.yaml', 'baseline: b.json'];
  const said = await refusals(lines, {});
  expect(said.slice(0, 2)).toEqual([
    expect.stringMatching(
      /^c\.yaml:2:8: "known" names a file that cannot be read: .*\(k\.yaml; an empty file will do/,
    ),
    expect.stringMatching(
      /^c\.yaml:3:11: "baseline" names a file that cannot be read: .*\(b\.json; .* writes one\)/,
    ),
  ]);
  expect(said.slice(2)).toEqual([expect.stringMatching(/http_proxy/)]);
  expect(await refusals(lines, {}, '--known', '/no/k.yaml', '--baseline', '/no/b.json')).toEqual([
    expect.stringMatching(/^\/no\/b\.json: there is no such baseline/),
    expect.stringMatching(/^\/no\/k\.yaml: there is no such file of known issues/),
    expect.stringMatching(/http_proxy/),
  ]);
});

test('nor could it use a store that another run holds, or a run that cannot be taken up', async () => {
  const folder = temporaryFolder();
  const store = join(folder, 'store');
  const holder = { pid: process.pid, host: hostname(), startedAt: 1_795_334_400_000 };
  const lock = lockStore(store, holder);
  writeFileSync(join(folder, 'c.yaml'), [...source(''), 'known: k.yaml', `store: ${store}`].join('\n'));
  const terminal = fakeTerminal({ env: {} });
  const words = ['crawl', '--config', join(folder, 'c.yaml'), '-q', '--resume', 'night'];
  expect(await main([...words, '--max-depth', 'x'], terminal)).toBe(2);
  lock.release();
  expect(terminal.stderr.text().trimEnd().split('\n')).toEqual([
    expect.stringMatching(/--max-depth must be/),
    expect.stringMatching(/k\.yaml/),
    expect.stringMatching(/another run holds this store/),
    expect.stringMatching(/there is no run "night"/),
  ]);
});
