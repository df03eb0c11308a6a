import { readFile } from 'node:fs/promises';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { parseAtomFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { changeKinds } from '../../src/model/change.js';
import { languages } from '../../src/model/text.js';
import { junit } from '../../src/reports/junit.js';
import { sarif } from '../../src/reports/sarif.js';
import { atom } from '../../src/reports/heads-up/atom.js';
import { buildChange, buildHeadsUp, hostileHeadsUp } from '../support/heads-ups.js';
import { buildFinding, buildReport, hostileReport, sampleReport } from '../support/reports.js';

/** Ours could share a mistake with what they check: these are by other hands. */

const style = { colour: false, width: null };
const seed = 4287;

const reports = [
  ...languages.flatMap((language) => [sampleReport(language), buildReport([], { language })]),
  buildReport(
    [
      buildFinding({ isNew: true }),
      buildFinding({ id: '2', isNew: false, accepted: { reason: '[<&>]', owner: null, until: null } }),
    ],
    { failOn: 'new-broken' },
  ),
  ...fc.sample(hostileReport, { seed, numRuns: 50 }),
];
const headsUps = [
  ...languages.flatMap((language) => [
    buildHeadsUp(
      changeKinds.map((kind) => buildChange({ kind, id: kind })),
      { language },
    ),
    buildHeadsUp([], { language }),
  ]),
  ...fc.sample(hostileHeadsUp, { seed, numRuns: 50 }),
];

describe('SARIF', () => {
  // Draft 4 differs from what Ajv knows in the name of the schema's id only, as far as this schema goes.
  const { id, $schema, ...schema } = sarifSchema;
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);

  test('is valid by the schema of OASIS', () => {
    expect([id, $schema]).toEqual([
      expect.stringContaining('sarif-2.1.0'),
      expect.stringContaining('draft-04'),
    ]);
    for (const report of reports) {
      validate(JSON.parse(sarif.render(report, style)));
      expect(validate.errors ?? []).toEqual([]);
    }
    expect(validate({ version: '2.1.0' })).toBe(false);
  });
});

describe('JUnit XML', () => {
  test('is valid by the schema of Jenkins', async () => {
    // Jenkins' own (MIT), as pytest 8.3.4 carries it to check what it writes.
    const schema = await readFile(new URL('schemas/junit-10.xsd', import.meta.url), 'utf8');
    const { errors } = await validateXML({
      xml: reports.map((report) => junit.render(report, style)),
      schema,
    });
    expect(errors).toEqual([]);
    const strange = junit.render(buildReport([]), style).replace('<testcase name', '<testcase nome');
    expect((await validateXML({ xml: strange, schema })).valid).toBe(false);
  });
});

describe('the feed', () => {
  const feeds = headsUps.map((headsUp) => atom.render(headsUp, style));

  test('is well-formed by libxml', async () => {
    const { errors } = await validateXML({ xml: feeds, normalization: 'c14n' });
    expect(errors).toEqual([]);
  });

  test('tells a feed reader what it was told', () => {
    for (const [at, feed] of feeds.entries()) {
      const { changes, language } = headsUps[at]!;
      const read = parseAtomFeed(feed);
      expect(read).toMatchObject({ updated: '2026-11-22T18:00:00.000Z', xml: { lang: language } });
      expect(read.entries?.map(({ id }) => id) ?? []).toEqual(
        changes.map((change) => `urn:playbook-health:change:${change.id}`),
      );
      for (const { title, links = [], content } of read.entries ?? []) {
        expect(title?.value).not.toBe('');
        expect(content?.value).not.toBe('');
        for (const { href } of links) expect(URL.canParse(href ?? '')).toBe(true);
      }
    }
  });
});
