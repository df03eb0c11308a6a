import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { loadConfig } from '../../src/config/load.js';
import { configSchema } from '../../src/model/config.js';
import { describeProblem } from '../../src/model/problem.js';
import { suiteFolder } from '../support/suite-folder.js';

const folder = suiteFolder();
beforeAll(async () => {
  await mkdir(join(folder(), 'folder'));
  await writeFile(join(folder(), 'token'), 'x');
});

test('files are found from the folder of the configuration', async () => {
  const { config } = await load('good.yaml', source('token'));
  expect(config?.sources[0]?.credentials.bearerFile).toBe(join(folder(), 'token'));
});

test('files that cannot be read are told with everything else that is wrong', async () => {
  const text = `${source('nowhere')}      cookies: folder\ndeep: 1`;
  expect(await mistakes(load('bad.yaml', text))).toEqual([
    'bad.yaml:7:7: "deep" must be true or false, not a number',
    'bad.yaml:5:19: "bearerFile" names a file that cannot be read: there is no such file or folder (nowhere)',
    'bad.yaml:6:16: "cookies" names a file that cannot be read: it is a folder (folder)',
  ]);
});

test('files that cannot be written are told where they are named, with everything else that is wrong', async () => {
  const text = `output: [a.json, nowhere/b.json, a.json]\ndeep: 1`;
  const writingTrouble = (file: string) =>
    Promise.resolve(file.startsWith('nowhere') ? 'there is no folder "nowhere"' : null);
  const schema = configSchema.extend({ output: z.array(z.string()).default([]) });
  await writeFile(join(folder(), 'out.yaml'), text);
  const request = { file: join(folder(), 'out.yaml'), environment: {}, seeds: [], overrides: [] };
  const others = [
    'out.yaml:1:34: entry 3 of "output" names the same file as another',
    'out.yaml:2:7: "deep" must be true or false, not a number',
  ];
  expect(await mistakes(loadConfig({ ...request, writingTrouble }, schema))).toEqual([
    ...others,
    'out.yaml:1:18: entry 2 of "output" names a file that cannot be written: there is no folder "nowhere" (nowhere/b.json)',
  ]);
  expect(await mistakes(loadConfig(request, schema))).toEqual(others);
});

test('a configuration that cannot be read is a mistake', async () => {
  const nothing = { environment: {}, seeds: [], overrides: [] };
  expect(await mistakes(loadConfig({ ...nothing, file: join(folder(), 'none.yaml') }, configSchema))).toEqual(
    ['none.yaml: the configuration cannot be read: there is no such file or folder'],
  );
  expect(await mistakes(loadConfig({ ...nothing, file: join(folder(), 'folder') }, configSchema))).toEqual([
    'folder: the configuration cannot be read: it is a folder',
  ]);
  expect(await mistakes(load('latin1.yaml', new Uint8Array([0x23, 0xe9])))).toEqual([
    'latin1.yaml: the configuration cannot be read: it is not UTF-8 text (save it as UTF-8)',
  ]);
});

function source(bearerFile: string): string {
  return `sources:
  - id: a
    seeds: [https://a.example/]
    credentials:
      bearerFile: ${bearerFile}
`;
}

async function load(name: string, content: string | Uint8Array) {
  const file = join(folder(), name);
  await writeFile(file, content);
  return loadConfig({ file, environment: {}, seeds: [], overrides: [] }, configSchema);
}

async function mistakes(loading: ReturnType<typeof loadConfig>): Promise<readonly string[]> {
  const { problems } = await loading;
  return problems.map((problem) => describeProblem(problem).replaceAll(`${folder()}/`, ''));
}
