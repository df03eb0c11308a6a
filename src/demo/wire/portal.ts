import type { Reply } from './reply.js';

/** A request as a portal sees it. */
export interface PortalRequest {
  readonly method: string;
  /** As sent: percent-encoded, case kept. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** How often exactly this URL was requested with this method before. */
  readonly before: number;
}

export type Handler = (request: PortalRequest) => Reply;

/** What is at a path: always the same, or worked out for each request. */
export type Route = Reply | Handler;
export type Routes = Readonly<Record<string, Route>>;

/** A portal that answers by path, and for all other paths with its own "not found" page. */
export function portal(routes: Routes, otherwise: Handler): Handler {
  const table = new Map(Object.entries(routes));
  return (request) => {
    const route = table.get(request.path) ?? otherwise;
    return typeof route === 'function' ? route(request) : route;
  };
}

/**
 * Gives its two replies alternately, so that every walk meets the first reply first: `flaky` pages and hosts that ask to wait
 * once.
 */
export function byTurns(first: Reply, second: Reply): Handler {
  return ({ method, before }) => (method === 'GET' && before % 2 === 1 ? second : first);
}
