import { hasHappened } from '../nights.js';
import { element, paragraph } from '../markup.js';
import { taskCsv, taskSheet } from '../tasks/task-list.js';
import { modifiedOn, type DemoWorld } from '../world.js';
import { bare, redirect, type Reply } from '../wire/reply.js';
import { portal, type Handler, type Routes } from '../wire/portal.js';
import { staticFile } from '../wire/static-file.js';
import { contentTypeOf } from '../documents/formats.js';
import { workbook } from '../documents/workbook.js';
import { nothingHere } from '../third-parties/nothing-here.js';
import { englishDownloads } from './english-downloads.js';
import { englishLifecycle } from './english-lifecycle.js';
import { page } from './english-page.js';
import { englishResources } from './english-resources.js';
import { japanesePages } from './japanese.js';
import { hubPage } from './layout.js';
import {
  englishNavigation,
  japaneseNavigation,
  tocHtml,
  tocJson,
  type NavigationEntry,
} from './navigation.js';

/** Where the Task Reference List lies: as files and as a page. */
export const taskListPaths = {
  csv: '/en-us/playbook/resource/task-reference-list.csv',
  xlsx: '/en-us/playbook/resource/task-reference-list.xlsx',
  html: '/en-us/playbook/resource/task-reference-list.html',
} as const;

/** The Hub: a static DocFX site, in whose paths case matters. */
export function hubPortal(world: DemoWorld): Handler {
  const pages = [
    ...englishLifecycle(world),
    ...englishResources(world),
    ...englishDownloads(world),
    ...japanesePages(world),
  ];
  return portal(
    {
      ...Object.fromEntries(pages.map((one) => [one.path, hubPage(one)])),
      ...navigationFiles('/en-us', englishNavigation(world.night)),
      ...navigationFiles('/ja-jp', japaneseNavigation),
      ...siteFiles(
        world,
        pages.map(({ path }) => path),
      ),
      ...illPages(world),
      ...taskListFiles(world),
    },
    () => nothingHere,
  );
}

function navigationFiles(folder: string, entries: readonly NavigationEntry[]): Routes {
  return {
    [`${folder}/toc.html`]: staticFile('text/html; charset=utf-8', tocHtml(entries), modifiedOn(0)),
    [`${folder}/toc.json`]: staticFile('application/json', tocJson(entries), modifiedOn(0)),
  };
}

function siteFiles({ origins: { hub } }: DemoWorld, paths: readonly string[]): Routes {
  const locations = paths.map((path) => element('url', {}, element('loc', {}, `${hub}${path}`)));
  const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  const sitemap = `<?xml version="1.0" encoding="UTF-8"?>\n${element('urlset', { xmlns: namespace }, ...locations)}\n`;
  const style = 'body { background: url("../images/welcome.svg") no-repeat }\n';
  return {
    ...Object.fromEntries(['/', '/en-us/', '/ja-jp/'].map(folderRoute)),
    '/robots.txt': staticFile(
      'text/plain',
      `User-agent: *\nDisallow:\nSitemap: ${hub}/sitemap.xml\n`,
      modifiedOn(0),
    ),
    '/sitemap.xml': staticFile('application/xml', sitemap, modifiedOn(0)),
    '/styles/site.css': staticFile('text/css', style, modifiedOn(0)),
    '/images/welcome.svg': staticFile('image/svg+xml', picture, modifiedOn(0)),
    '/favicon.svg': staticFile('image/svg+xml', picture, modifiedOn(0)),
  };
}

/** The list as Excel saves it, once as text and once with its hyperlinks. */
function taskListFiles(world: DemoWorld): Routes {
  const book = workbook('Playbook Task Reference List', taskSheet(world));
  return {
    [taskListPaths.csv]: staticFile('text/csv; charset=utf-8', taskCsv(world), modifiedOn(0)),
    [taskListPaths.xlsx]: staticFile(contentTypeOf('xlsx'), book, modifiedOn(0)),
  };
}

/** Folders lead to their first page; the Hub's own to the English one. */
function folderRoute(folder: string): [path: string, route: Reply] {
  return [folder, redirect(302, `${folder === '/' ? '/en-us/' : folder}index.html`)];
}

/** What the Hub answers at the addresses of `planted/hub.ts` that are more than missing. */
function illPages({ night }: DemoWorld): Routes {
  const playbook = '/en-us/playbook';
  const skype = 'skype-to-teams-transition-overview.html';
  const overview = page(`playbook/${skype}`, 'Skype to Teams Transition Overview', undefined, [
    paragraph('At last.'),
  ]);
  const archive = Array.from({ length: archiveLength }, (_, index): [string, Routes[string]] => [
    `${playbook}/archive/${index + 1}.html`,
    redirect(302, `${index + 2}.html`),
  ]);
  return {
    [`${playbook}/${skype}`]: hasHappened('skypeFixed', night)
      ? hubPage({ ...overview, changed: 6 })
      : bare(500),
    [`${playbook}/windows-10-adoption.html`]: bare(410),
    [`${playbook}/fasttrack-center.html`]: redirect(301, `${playbook}/onboarding.html`),
    [`${playbook}/legacy/readiness.html`]: redirect(302, 'teams-readiness.html'),
    [`${playbook}/legacy/teams-readiness.html`]: redirect(302, 'readiness.html'),
    ...Object.fromEntries(archive),
  };
}

/** Longer than anybody follows. */
const archiveLength = 30;
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3" fill="#0f6cbd"/></svg>\n';
