import type { z } from 'zod';
import type { configSchema } from '../model/config.js';
import { taskListPaths } from './hub/portal.js';
import type { Origins } from './world.js';

/** What one would write into a configuration file for the demo. */
export type DemoConfig = z.input<typeof configSchema>;

/** The configuration that walks the demo: two portals, and short time-outs, since all of it is on this machine. */
export function demoConfig(origins: Origins): DemoConfig {
  return {
    sources: demoSources(origins),
    tasks: [...demoTaskLists(origins)],
    limits: {
      maxWait: 1500,
      retries: 1,
      backoff: 20,
      connectTimeout: 1000,
      headersTimeout: 700,
      bodyTimeout: 1000,
      wholeTimeout: 3000,
    },
    checkFragments: true,
    deep: true,
  };
}

/** How the rules have to be tuned, as hosts on loopback cannot have their real names: the `rules` of the configuration. */
export function demoRules({ shortLinks, searchHome }: Origins): Readonly<Record<string, object>> {
  const isShortLink = { also: [`^${shortLinks}/`] };
  return {
    redirected: { shortLinks: isShortLink },
    'dead-short-link': { shortLinks: isShortLink, searchHomes: { also: [`^${searchHome}/`] } },
  };
}

/** Where the demo's Task Reference List lies, as two kinds of file and as a page. */
export function demoTaskLists({ hub }: Origins): readonly string[] {
  return [taskListPaths.csv, taskListPaths.xlsx, taskListPaths.html].map((path) => hub + path);
}

/** Whether these sources are the demo's, on whichever ports it was served. */
export function isDemo(sources: readonly { readonly seeds: readonly string[] }[]): boolean {
  const [hub = '', community = ''] = sources.map(({ seeds: [first = ''] }) =>
    URL.canParse(first) ? new URL(first).origin : '',
  );
  const seeds = sources.map((source) => source.seeds);
  return (
    JSON.stringify(seeds) === JSON.stringify(demoSources({ hub, community }).map((source) => source.seeds))
  );
}

function demoSources({
  hub,
  community,
}: Pick<Origins, 'hub' | 'community'>): NonNullable<DemoConfig['sources']> {
  return [
    {
      id: 'playbook',
      title: 'FastTrack Ready Partner Hub',
      seeds: [`${hub}/en-us/toc.html`, `${hub}/ja-jp/toc.json`, `${hub}/sitemap.xml`],
    },
    {
      id: 'community',
      title: 'Microsoft 365 Specialty Partner Community',
      seeds: [`${community}/en-us/`, `${community}/ja-jp/`],
      library: true,
      search: `${community}/search?q={query}`,
      exclude: ['/ideas/\\?'],
      acting: ['/ideas/[^/]+/comment$'],
      canary: { url: `${community}/en-us/`, contains: 'Specialty Partner Community' },
    },
  ];
}
