import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { configure } from '../../src/app/configure.js';
import { publishedSchemas } from '../../src/app/schemas.js';

const folder = new URL('../../config/', import.meta.url);
const example = new URL('example.yaml', folder);

test.each([...publishedSchemas()])('%s is what the code means (else: npm run schema)', async (name, text) => {
  expect(await readFile(new URL(name, folder), 'utf8')).toBe(text);
});

test('the example is a configuration', async () => {
  const { config } = await configure({
    file: fileURLToPath(example),
    environment: {},
    seeds: [],
    overrides: [],
  });
  expect(config?.sources.map(({ id }) => id)).toEqual(['playbook', 'community']);
});

test('what the example leaves out would be right as well', async () => {
  const text = (await readFile(example, 'utf8')).replace(
    /^# ((?:glossary|rules|baseline|known|notify):| {2})/gm,
    '$1',
  );
  const { config } = await configure({
    file: fileURLToPath(example),
    text,
    environment: { TEAMS_WEBHOOK: 'https://teams.example/1', SLACK_WEBHOOK: 'https://slack.example/1' },
    seeds: [],
    overrides: [],
  });
  expect(config?.notify.map(({ kind }) => kind)).toEqual(['teams', 'slack']);
  const inFolder = (name: string): string => fileURLToPath(new URL(name, folder));
  expect(config).toMatchObject({
    known: inFolder('known-issues.yaml'),
    baseline: inFolder('baseline.json'),
    keep: '90d',
  });
});

test('the example fits the published schema, which editors check it against', async () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(
    JSON.parse(await readFile(new URL('config.schema.json', folder), 'utf8')) as object,
  );
  expect(validate(parse(await readFile(example, 'utf8'))), ajv.errorsText(validate.errors)).toBe(true);
  expect(validate({ sources: [{ id: 'a', seeds: [] }] })).toBe(false);
});
