import { events } from '../nights.js';
import { modifiedOn, type DemoWorld } from '../world.js';
import { html, plain } from '../wire/reply.js';
import { portal, type Handler } from '../wire/portal.js';
import { staticFile } from '../wire/static-file.js';
import { attachments } from './attachments.js';
import { brokenPages, somethingWentWrong } from './broken-pages.js';
import { knowledgeBase, unavailableArticle } from './knowledge-base.js';
import { searchPage } from './search.js';
import { webPages } from './web-pages.js';

/** The Specialty Partner Community: a Power Pages portal. */
export function communityPortal(world: DemoWorld): Handler {
  if (world.night === events.communityDown.night) return downPortal;
  const isUnavailable = unavailableArticle(world);
  const notFound = html(somethingWentWrong('en-US'), 404);
  const notFoundInJapanese = html(somethingWentWrong('ja-JP'), 404);
  const otherwise: Handler = (request) => {
    if (request.path.includes('/knowledgebase/article/')) return isUnavailable(request);
    return request.path.startsWith('/ja-jp/') ? notFoundInJapanese : notFound;
  };
  return portal(
    {
      ...webPages(world),
      ...knowledgeBase(world),
      ...attachments(world),
      ...brokenPages(world),
      '/search': searchPage(world),
      '/css/portal.css': staticFile(
        'text/css',
        'body { font-family: "Segoe UI", sans-serif }\n',
        modifiedOn(0),
      ),
      ...robots,
    },
    otherwise,
  );
}

const robots = { '/robots.txt': plain('User-agent: *\nDisallow: /_services/\n') };

/** Everything fails but what is answered before the portal is asked. */
const downPortal = portal(robots, () => plain('Service Unavailable', 503));

/** Addresses that do something when they are requested: links to them stand on healthy pages, and nobody may follow them. */
export const actingPaths = [
  '/Account/Login/LogOff',
  '/Account/Login/Index',
  '/en-us/ideas/better-search/vote',
  '/en-us/ideas/better-search/delete',
  '/en-us/ideas/better-search/comment',
] as const;
