import { describe, expect, it } from 'vitest';
import { walkSite, type Reply, type Site, type Walked } from '../support/fake-web.js';
import { at, one } from './one-portal.js';

const minute = 60_000;
const host = 'https://hangs.example';
const hang: Reply = { took: 30_000, failure: { cause: 'timeout', detail: 'headers' } };

/** Walks a page that links to `count` addresses of one host, which answer as `reply` says. */
async function walkTo(
  count: number,
  reply: (index: number, time: number) => Reply,
  limits: Record<string, unknown> = {},
): Promise<Walked & { readonly outcomes: readonly unknown[] }> {
  const urls = Array.from({ length: count }, (_, index) => `${host}/${index}`);
  let began: number | null = null;
  const site: Site = {
    [at('/')]: { links: urls },
    ...Object.fromEntries(
      urls.map((url, index) => [url, (_: unknown, time: number) => reply(index, time - (began ??= time))]),
    ),
  };
  const walked = await walkSite(site, one({}, { limits }));
  const outcomes = urls.map((url) => walked.resources.get(url)?.outcome);
  return { ...walked, outcomes };
}

describe('a host that lets us in, but never answers', () => {
  it('is not asked for each of its addresses, all of which fail', async () => {
    const { asked, outcomes, took } = await walkTo(1000, () => hang);
    expect(asked.length).toBeLessThan(50);
    expect(took).toBeLessThan(6 * minute);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ kind: 'failed', cause: 'timeout', detail: 'headers' });
  });

  it.each([1, 8])(
    'is asked for all of them where it hangs only at the first, by %d at once',
    async (perHost) => {
      const { outcomes } = await walkTo(200, (index) => (index < 40 ? hang : {}), { perHost });
      outcomes.forEach((outcome, index) =>
        expect(outcome).toMatchObject(index < 40 ? { cause: 'timeout' } : { status: 200 }),
      );
    },
  );

  it('is asked for all of them where it has answered once', async () => {
    const { asked, outcomes } = await walkTo(50, (index) => (index < 49 ? hang : {}));
    const before = await walkTo(50, (index) => (index > 0 ? hang : {}));
    expect(outcomes[49]).toMatchObject({ status: 200 });
    expect(new Set(asked.map(({ url }) => url)).size).toBeGreaterThan(50);
    expect(before.asked.filter(({ url }) => url === `${host}/25`)).toHaveLength(4);
  });

  it('is given time to wake', async () => {
    const { outcomes, resources } = await walkTo(200, (_, time) => (time < minute ? hang : {}));
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 200 });
    expect(resources.size).toBe(201);
  });
});
