import { expect, it } from 'vitest';
import { crawl } from '../../src/app/crawl.js';
import { github } from '../../src/reports/github.js';
import { junit } from '../../src/reports/junit.js';
import { linking, serveSite } from '../support/small-site.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { configOf, nextNight } from '../support/world.js';

const style = { colour: false, width: null };

it('a build server is told of failures where the exit code is 1 for them, and not of what was there before', async () => {
  const pages = { '/': linking('/gone'), '/a': linking('/') };
  const site = await serveSite(pages);
  const config = configOf(site.origin, temporaryFolder(), { probes: false, failOn: 'new-broken' });
  const walk = async () => {
    const { report, exitCode } = await crawl({ config, language: 'en', all: false }, nextNight());
    const failures = / failures="(\d+)"/.exec(junit.render(report, style))?.[1];
    return [exitCode, failures, github.render(report, style).match(/^::error/gm)?.length ?? 0];
  };
  await walk();
  expect(await walk()).toEqual([0, '0', 0]);
  pages['/'] = linking('/gone', '/new');
  expect(await walk()).toEqual([1, '1', 1]);
});
