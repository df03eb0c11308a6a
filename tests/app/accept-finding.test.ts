import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { crawl } from '../../src/app/crawl.js';
import { acceptFinding } from '../../src/app/accept-finding.js';
import { keepBaseline } from '../../src/app/keep-baseline.js';
import { runFile } from '../../src/store/runs.js';
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
  expect(again).toEqual({
    file: known,
    before: issue,
    issue: { ...issue, reason: 'still kept' },
    notices: [],
  });
  expect(readFileSync(known, 'utf8')).toContain('owner: hub-team');
});

it('what is noted without a newer run that cannot be read says so', async () => {
  const folder = temporaryFolder();
  const site = await serveSite({ '/': linking('/gone') });
  const elsewhere = await serveSite({ '/': linking() });
  const walk = (origin: string) => {
    const config = configOf(origin, folder, { probes: false });
    return crawl({ config, language: 'en', all: false, fresh: false }, nextNight());
  };
  await walk(site.origin);
  const { report } = await walk(site.origin);
  const config = configOf(site.origin, folder, { known: join(folder, 'known.yaml') });
  const accept = () => {
    const said = { reason: 'kept', owner: undefined, until: undefined, today: '2026-11-22', folder: '' };
    return acceptFinding({ config, finding: `${site.origin}/gone`, ...said }).notices;
  };
  const keep = () => keepBaseline(config, join(folder, 'baseline.json')).notices;
  expect([...accept(), ...keep()]).toEqual([]);

  writeFileSync(runFile(folder, report.run.id), 'damaged');
  const notice = { en: expect.stringContaining(`cannot be read (${report.run.id})`) as string };
  expect([accept(), keep()]).toMatchObject([[notice], [notice]]);
  await walk(elsewhere.origin);
  expect(keep()).toMatchObject([notice]);
});
