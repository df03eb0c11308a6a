import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { crawl } from '../../../src/app/crawl.js';
import { linking, serveSite } from '../../support/small-site.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { configOf, quietWorld } from '../../support/world.js';

it.skipIf(process.platform === 'win32')('a token that can be read but once is read but once', async () => {
  const list = '<table><tr><th>Task ID</th><th>Task</th></tr><tr><td>4122</td><td>A</td></tr></table>';
  const site = await serveSite({ '/': linking('/a'), '/a': linking('/'), '/list': list });
  const pipe = join(temporaryFolder(), 'token');
  spawnSync('mkfifo', [pipe]);
  const writer = spawn('sh', ['-c', 'echo hush > "$0"', pipe]);
  const config = configOf(site.origin, join(temporaryFolder(), 'store'), {
    sources: [{ id: 'site', seeds: [`${site.origin}/`], credentials: { bearerFile: pipe } }],
    tasks: [`${site.origin}/list`],
    probes: false,
  });
  const { report } = await crawl({ config, language: 'en', all: false }, quietWorld());
  expect(report.totals.byVerdict.broken).toBe(0);
  expect(site.asked).toEqual(expect.arrayContaining(['/list', '/', '/a']));
  writer.kill();
  await site.close();
});
