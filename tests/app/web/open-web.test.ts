import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openWeb } from '../../../src/app/web/open-web.js';
import { urlOfFile } from '../../../src/kit/urls/file-url.js';
import { serveSite } from '../../support/small-site.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { configOf, quietWorld } from '../../support/world.js';

it('an answer from the web is known to begin, also where files are checked', async () => {
  const site = await serveSite({ '/': 'words' });
  const folder = temporaryFolder();
  const file = join(folder, 'links.txt');
  writeFileSync(file, `${site.origin}/`);
  const config = configOf(site.origin, join(folder, 'store'), {
    sources: [{ id: 'links', seeds: [urlOfFile(file)] }],
    allowPrivate: true,
  });
  const world = quietWorld();
  const web = openWeb(config, { tokens: new Map(), jars: new Map(), expired: [] }, world);
  let begun = 0;
  const request = { url: `${site.origin}/`, method: 'GET', source: null, appetite: 'whole' } as const;
  await web.fetch(request, world.signal, () => {
    begun++;
    return null;
  });
  expect(begun).toBe(1);
  await web.close();
  await site.close();
});
