import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { crawl } from '../../src/app/crawl.js';
import { acceptFinding } from '../../src/app/accept-finding.js';
import { linking, serveSite } from '../support/small-site.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { configOf, nextNight } from '../support/world.js';

it.each([
  ['its id', null],
  ['its address', '/%E8%B3%87%E6%96%99%20A.pdf'],
  ['its address as a browser shows it', '/資料 A.pdf'],
])('a finding is accepted by %s', async (_, path) => {
  const site = await serveSite({ '/': linking('/資料 A.pdf', '/other') });
  const known = join(temporaryFolder(), 'known.yaml');
  const config = configOf(site.origin, temporaryFolder(), { probes: false, known: undefined });
  const { report } = await crawl({ config, language: 'en', all: false, fresh: false }, nextNight());
  const id = report.findings.find(({ url }) => url.endsWith('.pdf'))?.id ?? '';
  const finding = path === null ? id : site.origin + path;
  const folder = 'file:///srv';
  const asked = { config: { ...config, known }, finding, folder, today: '2026-11-22', until: undefined };
  const { before, issue } = acceptFinding({ ...asked, reason: 'kept', owner: 'hub-team' });
  expect([before, issue.owner]).toEqual([null, 'hub-team']);
  expect(readFileSync(known, 'utf8')).toContain('%E8%B3%87%E6%96%99%20A');

  const again = acceptFinding({ ...asked, reason: 'still kept', owner: undefined });
  expect(again).toEqual({ file: known, before: issue, issue: { ...issue, reason: 'still kept' } });
  expect(readFileSync(known, 'utf8')).toContain('owner: hub-team');
});
