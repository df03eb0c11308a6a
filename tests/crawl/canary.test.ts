import { describe, expect, it } from 'vitest';
import { walkSite, type Site } from '../support/fake-web.js';
import { at, one } from './one-portal.js';

describe('a source with a canary', () => {
  const canary = { url: at('/me'), contains: 'Sign out' };
  const links = Array.from({ length: 200 }, (_, index) => `/${index}`);
  const pages = Object.fromEntries(links.map((path) => [at(path), {}]));

  it('is walked as long as the canary lives', async () => {
    const site: Site = { ...pages, [at('/')]: { links }, [at('/me')]: { text: 'Sign out' } };
    const { asked, end } = await walkSite(site, one({ canary }));
    expect(end.complete).toBe(true);
    const canaries = asked.filter(({ url }) => url === at('/me')).length;
    expect(canaries).toBeGreaterThanOrEqual(4);
    expect(canaries).toBeLessThanOrEqual(7);
  });

  it('is not asked for anything when the session is dead from the start', async () => {
    const site: Site = { ...pages, [at('/')]: { links }, [at('/me')]: { text: 'Sign in' } };
    const { asked, end, resources } = await walkSite(site, one({ canary }));
    expect(asked.map(({ url }) => url)).toEqual([at('/me')]);
    expect(end).toEqual({ complete: false, limitsReached: ['session-ended'] });
    expect(resources.get(at('/'))?.outcome).toMatchObject({ kind: 'withheld', by: 'session' });
  });

  it('takes back what was seen since the canary last lived', async () => {
    let asks = 0;
    const site: Site = {
      ...pages,
      [at('/')]: { links },
      [at('/me')]: () => ({ text: ++asks < 3 ? 'Sign out' : 'Sign in' }),
    };
    const { resources, end } = await walkSite(site, one({ canary }));
    const outcomes = links.map((path) => resources.get(at(path))?.outcome);
    const seen = outcomes.filter((outcome) => outcome?.kind === 'fetched').length;
    const taken = outcomes.filter(
      (outcome) => outcome?.kind === 'withheld' && outcome.by === 'session',
    ).length;
    expect(seen + taken).toBe(200);
    expect(seen).toBeGreaterThan(40);
    expect(taken).toBeGreaterThan(100);
    expect(end.limitsReached).toEqual(['session-ended']);
  });

  it('goes on when the canary cannot tell', async () => {
    const site: Site = { ...pages, [at('/')]: { links }, [at('/me')]: { status: 503 } };
    const { resources } = await walkSite(site, one({ canary }));
    expect(resources.get(at('/7'))?.outcome).toMatchObject({ status: 200 });
  });
});
