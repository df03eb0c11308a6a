import { readFile } from 'node:fs/promises';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { parseAtomFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { changeKinds, type HeadsUp } from '../../src/model/change.js';
import { languages } from '../../src/model/text.js';
import { atom as reportAtom } from '../../src/reports/atom.js';
import { junit } from '../../src/reports/junit.js';
import { sarif } from '../../src/reports/sarif.js';
import { atom } from '../../src/reports/heads-up/atom.js';
import { buildChange, buildHeadsUp, hostileHeadsUp } from '../support/heads-ups.js';
import { hostileReport } from '../support/hostile-reports.js';
import { buildFinding, buildReport, sampleReport } from '../support/reports.js';

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

  test('goes on with what the file told the nights before, each change once, and does not grow for ever', async () => {
    const tonight = (night: number, count: number): HeadsUp =>
      buildHeadsUp(
        Array.from({ length: count }, (_, at) => buildChange({ id: `${night}-${at}` })),
        { portals: ['Hub <&>'] },
      );
    const idsOf = (feed: string) =>
      parseAtomFeed(feed).entries?.map(({ id = '' }) => id.split(':').at(-1)) ?? [];
    let feed = atom.render(tonight(1, 2), style);
    feed = atom.render(tonight(2, 1), style, feed);
    feed = atom.render(tonight(3, 0), style, feed);
    feed = atom.render(tonight(3, 0), style, feed);
    expect(idsOf(feed)).toEqual(['2-0', '1-0', '1-1']);
    expect(idsOf(atom.render(tonight(2, 1), style, feed))).toEqual(['2-0', '1-0', '1-1']);
    expect(idsOf(atom.render(buildHeadsUp([]), style, feed))).toEqual([]);
    for (let night = 4; night < 20; night++) feed = atom.render(tonight(night, 30), style, feed);
    expect(idsOf(feed)).toHaveLength(100);
    expect(idsOf(feed)[0]).toBe('19-0');
    expect((await validateXML({ xml: feed, normalization: 'c14n' })).errors).toEqual([]);
    for (const nonsense of ['', 'x', feed.slice(0, 700), feed.slice(0, -20)])
      expect(idsOf(atom.render(tonight(1, 1), style, nonsense))).toContain('1-0');
  });

  test('is a report, too, from the first night on', () => {
    const portals = buildReport([]).run.sources.map(({ title }) => title);
    const changes = buildHeadsUp([buildChange()], { portals });
    const first = reportAtom.render(buildReport([]), style);
    expect(parseAtomFeed(first).entries).toBeUndefined();
    const second = reportAtom.render(buildReport([], { changes }), style, first);
    expect(reportAtom.render(buildReport([]), style, second)).toContain(changes.changes[0]?.id);
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
