import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { Resource } from '../../src/model/resource.js';
import { serveNamedHosts } from '../support/named-hosts.js';
import { linking, serveSite } from '../support/small-site.js';
import { walkHere } from '../support/walk-here.js';

const portal = 'http://portal.example';

describe('a public page', () => {
  it.each([false, true])('leads into private addresses only if allowed: %s', async (allowPrivate) => {
    const inside = await serveSite({ '*': linking() });
    const port = new URL(inside.origin).port;
    const doors = [
      ...['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433', hostname()].map(
        (host) => `${host}:${port}`,
      ),
      '169.254.169.254',
      '[fd00:ec2::254]',
      '10.255.255.1',
    ].map((host) => `http://${host}/inside`);
    const resources = await walkPortal(doors, allowPrivate);
    const told = doors.map((door) => resources.get(new URL(door).href)?.outcome);
    if (allowPrivate) expect(inside.asked.length).toBeGreaterThan(2);
    else {
      expect(inside.asked).toEqual([]);
      expect(told.every((outcome) => outcome?.kind === 'withheld' && outcome.by === 'private')).toBe(true);
    }
  });
});

/** Walks a public portal that links to every door, and redirects to the first. */
async function walkPortal(
  doors: readonly string[],
  allowPrivate: boolean,
): Promise<ReadonlyMap<string, Resource>> {
  const hosts = await serveNamedHosts(({ url = '' }, response) => {
    if (url === `${portal}/`)
      response.writeHead(200, { 'content-type': 'text/html' }).end(linking('/out', ...doors));
    else response.writeHead(302, { location: `${doors[0] ?? ''}?by=redirect` }).end();
  });
  const config = {
    sources: [{ id: 'portal', seeds: [`${portal}/`], robots: false }],
    probes: false,
    limits: { retries: 0, backoff: 1, connectTimeout: 300 },
    allowPrivate,
  };
  // Names are to be looked up here, not by the proxy.
  const { snapshot } = await walkHere(config, { ...hosts.environment, no_proxy: hostname() });
  const resources = new Map([...snapshot.resources()].map((resource) => [resource.url, resource]));
  snapshot.close();
  await hosts.close();
  return resources;
}
