import { join } from 'node:path';
import { beforeEach } from 'vitest';
import { crawl } from '../../src/app/crawl.js';
import { linking, serveSite, type Handler } from '../support/small-site.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { configOf, nextNight } from '../support/world.js';

/** Walks once, with more of a configuration; gives changes as `moved page /new/a`, and nothing on the first night. */
type Night = (rest?: Readonly<Record<string, unknown>>) => Promise<readonly string[] | undefined>;

export interface NightlySite {
  readonly origin: () => string;
  /** By path. They may change from night to night. */
  readonly pages: Record<string, string | Handler>;
  /** Empty, but for the store of the nights. */
  readonly folder: () => string;
  /** What changed. */
  readonly night: Night;
  /** What nobody was told before. */
  readonly untoldNight: Night;
}

/** A site of three pages and a store of its nights, new for every test of a file. */
export function nightlySite(): NightlySite {
  const pages: NightlySite['pages'] = {};
  let origin = '';
  let folder = '';
  beforeEach(async () => {
    for (const path of Object.keys(pages)) Reflect.deleteProperty(pages, path);
    Object.assign(pages, { '/': linking('/a', '/b'), '/a': '<h1>A</h1>', '/b': '<h1>B</h1>' });
    ({ origin } = await serveSite(pages));
    folder = temporaryFolder();
  });
  const walk = (rest: Readonly<Record<string, unknown>>): ReturnType<typeof crawl> => {
    const config = configOf(origin, join(folder, 'store'), { probes: false, ...rest });
    return crawl({ config, language: 'en', all: false, fresh: false }, nextNight());
  };
  return {
    origin: () => origin,
    pages,
    folder: () => folder,
    night: async (rest = {}) => {
      const { report } = await walk(rest);
      return report.changes?.changes.map(
        ({ kind, subject, url }) => `${kind} ${subject} ${subject === 'task' ? url : new URL(url).pathname}`,
      );
    },
    untoldNight: async (rest = {}) => {
      const { untold } = await walk(rest);
      return untold?.changes.map(({ kind, subject, url }) => `${kind} ${subject} ${new URL(url).pathname}`);
    },
  };
}

export const busy: Handler = (_, response) => void response.writeHead(429, { 'retry-after': '99999' }).end();
export const locked: Handler = (_, response) => void response.writeHead(401).end();
export const failing: Handler = (_, response) => void response.writeHead(500).end();
export const document: Handler = (_, response) =>
  void response.writeHead(200, { 'content-type': 'application/pdf' }).end(pdf);
const pdf = '%PDF-1.4\nA guide\n%%EOF\n';

/** A document that is told from others by its tag. */
export function tagged(etag: string): Handler {
  return (_, response) =>
    void response.writeHead(200, { 'content-type': 'application/pdf', etag: `"${etag}"` }).end(pdf);
}

/** Answers with a redirect. */
export function leadingTo(location: string): Handler {
  return (_, response) => void response.writeHead(301, { location }).end();
}
