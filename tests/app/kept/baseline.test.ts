import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { holdAgainst } from '../../../src/app/kept/baseline.js';
import { baselineOf } from '../../../src/history/baseline.js';
import { buildFinding, buildReport } from '../../support/reports.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

it('says so where a baseline cannot be shortened, and reports all the same', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  const name = join(folder, 'file', 'baseline.json');
  const baseline = baselineOf({ findings: [buildFinding()] }, 'walk');
  const holding = { reach: 'walk', isMissed: () => false, missing: new Set<string>(), mayShrink: true };
  const named = { name, isFile: true, baseline };
  const { findings, notices } = holdAgainst(buildReport([]), named, { ...holding, stateOf: () => 'opens' });
  expect(findings).toEqual([]);
  expect(notices).toEqual([
    expect.stringMatching(/baseline\.json named findings that are gone, but it cannot be written: /),
  ]);
});
