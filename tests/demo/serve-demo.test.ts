import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo, type DemoPortals } from '../../src/demo/serve-demo.js';
import { configSchema } from '../../src/model/config.js';
import { ruleOptionsSchema } from '../../src/verdicts/rule-set.js';
import { ask, isLeftAlone, walkDemo } from './support.js';

let demo: DemoPortals;
let pages: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  demo = await serveDemo();
  pages = await walkDemo(demo);
});
afterAll(() => demo.close());

/** The statuses a plain request for something ill may give, by the rule that has to find it. */
const statuses: Readonly<Record<string, readonly number[]>> = {
  'not-found': [404, 301],
  gone: [410],
  'client-error': [400, 405],
  'server-error': [500, 502, 503],
  'soft-404': [200, 302],
  'dead-short-link': [302],
  'redirect-loop': [302],
  'too-many-redirects': [302],
  'sign-in': [301, 302, 403],
  throttled: [429],
  maintenance: [200],
  'malformed-link': [404, 200],
  'missing-fragment': [200],
  'empty-document': [204, 200],
  'damaged-document': [200],
  'disguised-document': [200],
  'mismatched-document': [200],
  'older-version': [200],
  'protected-document': [200],
  'unseen-list': [200],
  'incomplete-page': [200],
  flaky: [503, 200],
};
/** What the Task Reference List finds: nothing a server could answer. */
const taskRules = ['missing-document', 'possibly-renamed', 'not-in-search', 'only-in-search', 'task-list'];
/** Rules that speak where no answer comes, or of a whole host. */
const withoutAnswer = new Set(['dns', 'tls', 'connection', 'timeout', 'blocked', ...taskRules]);

describe('the list of what is broken', () => {
  it('names each address once, by rules that exist', () => {
    const urls = demo.planted.map(({ url }) => url);
    expect(new Set(urls).size).toBe(urls.length);
    const known = [...Object.keys(ruleOptionsSchema.shape), ...taskRules];
    expect(demo.planted.map(({ rule }) => rule).filter((rule) => !known.includes(rule))).toEqual([]);
  });

  it('agrees with what the servers answer', async () => {
    const wrong: string[] = [];
    for (const { url, rule } of demo.planted) {
      if (withoutAnswer.has(rule) || !url.startsWith('http://')) continue;
      const { status } = await ask(url.replace(/#.*/, ''));
      if (statuses[rule]?.includes(status) !== true) wrong.push(`${rule} ${status} ${url}`);
    }
    expect(wrong).toEqual([]);
  });

  it('is complete: every other link opens', async () => {
    const ill = new Set(demo.planted.map(({ url }) => url.replace(/#.*/, '')));
    const strange = [demo.origins.firewall, demo.origins.vanished];
    const links = new Set([...pages.values()].flat());
    const wrong: string[] = [];
    for (const url of links) {
      if (ill.has(url) || isLeftAlone(url, demo.acting)) continue;
      if (strange.some((origin) => url.startsWith(origin))) continue;
      const { status } = await fetch(url);
      if (status !== 200 && !isThrottledOnce(url)) wrong.push(`${status} ${url}`);
    }
    expect(wrong).toEqual([]);
  });

  it('is linked: a page leads to everything that is broken', () => {
    const linked = new Set([...pages.values()].flat());
    const alone = demo.planted
      .filter(({ url, affected }) => url.startsWith('http') && affected === 1)
      .map(({ url }) => url.replace(/#.*/, ''));
    expect(alone.filter((url) => !linked.has(url))).toEqual([]);
  });
});

function isThrottledOnce(url: string): boolean {
  return url.endsWith('/busy/rollout-plan.html');
}

describe('the demo', () => {
  it('is small', () => {
    const urls = new Set([...pages.keys(), ...[...pages.values()].flat()]);
    expect(urls.size).toBeGreaterThan(100);
    expect(urls.size).toBeLessThan(250);
  });

  it('has a configuration that is accepted', () => {
    expect(configSchema.safeParse(demo.config).error).toBeUndefined();
    expect(ruleOptionsSchema.safeParse(demo.rules).error).toBeUndefined();
  });

  it('counts what is asked, so that damage shows', async () => {
    const [signOut = ''] = demo.acting;
    expect(demo.asked.get(`GET ${signOut}`)).toBeUndefined();
    await ask(signOut);
    expect(demo.asked.get(`GET ${signOut}`)).toBe(1);
  });

  it('shows the same pages when it is served again', async () => {
    const again = await serveDemo();
    const shownBy = async ({ origins }: DemoPortals): Promise<string> => {
      const text = await (await ask(`${origins.hub}/en-us/playbook/initiate.html`)).text();
      return Object.entries(origins).reduce((all, [name, origin]) => all.replaceAll(origin, name), text);
    };
    expect(await shownBy(again)).toBe(await shownBy(demo));
    await again.close();
  });

  it('stamps dynamic pages with the time it is told', async () => {
    const dated = await serveDemo({ now: () => Date.UTC(2026, 10, 20) });
    const text = await (await ask(`${dated.origins.community}/en-us/`)).text();
    expect(text).toContain('<!-- Generated at 2026-11-20T00:00:00.000Z -->\n<!-- Page OK -->\n');
    await dated.close();
  });
});

describe('hosts that do not answer', () => {
  const failing = async (url: string, init?: RequestInit): Promise<unknown> =>
    ask(url, init).then(
      ({ status }) => status,
      (error: unknown) => (error instanceof Error ? error : null),
    );
  const urlOf = (rule: string): string => demo.planted.find((defect) => defect.rule === rule)?.url ?? '';

  it('refuse, reset and keep silent', async () => {
    expect(await failing(urlOf('connection'))).toBeInstanceOf(Error);
    expect(await failing(`${demo.origins.attic}/reset/lync-client.html`)).toBeInstanceOf(Error);
    expect(await failing(urlOf('timeout'), { signal: AbortSignal.timeout(80) })).toBeInstanceOf(Error);
  });

  it('show a certificate that nobody accepts', async () => {
    const error = await failing(urlOf('tls'));
    expect(error).toHaveProperty(['cause', 'code'], expect.stringMatching(/CERT/));
  });
});

describe('habits of the portals', () => {
  it('throttle once, fail once', async () => {
    const throttled = `${demo.origins.attic}/busy/rollout-plan.html`;
    const [first, second] = [await ask(throttled), await ask(throttled)];
    expect([first.status, second.status].sort()).toEqual([200, 429]);
  });

  it('lie about HEAD where SharePoint stands behind', async () => {
    const files = pages.get(`${demo.origins.community}/en-us/files/`);
    const deck = files?.find((url) => url.includes('file=Kickoff')) ?? '';
    const overview = `${demo.origins.sharePoint}/sites/FastTrack/Partner%20Library/Public-Overview.pptx`;
    for (const url of [deck, overview]) {
      expect((await ask(url, { method: 'HEAD' })).status).toBe(404);
      expect((await ask(url)).status).toBe(200);
    }
  });

  it('keep redirects in blob storage signed', async () => {
    const signed = await fetch(`${demo.origins.documents}/attachments/partner-faq.pdf?sig=x`);
    const unsigned = await fetch(`${demo.origins.documents}/attachments/partner-faq.pdf`);
    expect([signed.status, unsigned.status]).toEqual([200, 403]);
  });

  it('name both forms of one article', async () => {
    const { community } = demo.origins;
    const [suffix, prefix] = await Promise.all(
      ['/knowledgebase/article/KB-01528/en-us', '/en-us/knowledgebase/article/KB-01528'].map((path) =>
        ask(community + path),
      ),
    );
    expect([suffix?.status, prefix?.status]).toEqual([200, 200]);
  });

  it('search by title, and find nothing of a document that is nowhere', async () => {
    const search = async (words: string): Promise<string> =>
      (await ask(`${demo.origins.community}/search?q=${encodeURIComponent(words)}`)).text();
    expect(await search('Compliance Score')).toContain('No results found.');
    expect(await search('Windows 365 Pilot Runbook')).toContain('KB-01902');
    expect(await search('Defender for Cloud Apps')).toContain('No results found.');
  });
});
