import type { Reply } from './reply.js';

/** A request as a portal sees it. */
export interface Ask {
  readonly method: string;
  /** As sent: percent-encoded, case kept. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** How often exactly this was asked with this method before. */
  readonly before: number;
}

export type Handler = (ask: Ask) => Reply;

/** What stands at a path: always the same, or something to be worked out. */
export type Route = Reply | Handler;
export type Routes = Readonly<Record<string, Route>>;

/** A portal that answers by path, and otherwise with its own idea of "not found". */
export function portal(routes: Routes, otherwise: Handler): Handler {
  const table = new Map(Object.entries(routes));
  return (ask) => {
    const route = table.get(ask.path) ?? otherwise;
    return typeof route === 'function' ? route(ask) : route;
  };
}

/** Answers by turns, so that every walk meets the first reply first: `flaky` pages and hosts that ask to wait once. */
export function byTurns(first: Reply, second: Reply): Handler {
  return ({ method, before }) => (method === 'GET' && before % 2 === 1 ? second : first);
}
