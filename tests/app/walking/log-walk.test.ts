import { expect, it } from 'vitest';
import { crawl } from '../../../src/app/crawl.js';
import type { Log } from '../../../src/app/context/world.js';
import { linking, serveSite, type Handler } from '../../support/small-site.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { configOf, quietWorld } from '../../support/world.js';

/** Answers once like this, and from then on with a page. */
function once(status: number, headers: Record<string, string> = {}): Handler {
  let asked = 0;
  return (_, response) => {
    const isFirst = asked++ === 0;
    response.writeHead(isFirst ? status : 200, { 'content-type': 'text/html', ...(isFirst ? headers : {}) });
    response.end(isFirst ? '' : linking());
  };
}

it('a log has redirects, failures, retries and waits; every request on the finer level; and no secret', async () => {
  const site = await serveSite({
    '/': linking('/old?sig=s3cret', '/flaky', '/busy', '/gone', '/fine'),
    '/old?sig=s3cret': (_, response) => void response.writeHead(302, { location: '/fine?sig=s3cret' }).end(),
    '/flaky': once(500),
    '/busy': once(429, { 'retry-after': '0' }),
    '/fine': linking(),
    '/fine?sig=s3cret': linking(),
  });
  const lines = { debug: [] as string[], info: [] as string[] };
  const note =
    (into: string[]): Log['info'] =>
    (message, fields) =>
      void into.push(`${message} ${JSON.stringify(fields)}`);
  const log = {
    debug: note(lines.debug),
    info: note(lines.info),
    warn: note(lines.info),
    remark: note(lines.info),
    isVerbose: true,
  };
  const config = configOf(site.origin, temporaryFolder(), {
    probes: false,
    limits: { retries: 1, backoff: 50 },
  });
  await crawl({ config, language: 'en', all: false }, quietWorld({ log }));

  for (const [message, path] of [
    ['redirected', '/old'],
    ['answered with an error', '/gone'],
    ['asking again later', '/flaky'],
    ['waiting, as the host asks', ''],
  ] as const)
    expect(lines.info.filter((line) => line.startsWith(`${message} {`) && line.includes(path))).not.toEqual(
      [],
    );
  expect(lines.debug.filter((line) => line.startsWith('asked {'))).toHaveLength(site.asked.length);
  expect([...lines.debug, ...lines.info].join()).not.toContain('s3cret');
});
