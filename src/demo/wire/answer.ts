import type { IncomingMessage, RequestListener } from 'node:http';
import type { PortalRequest, Handler } from './portal.js';
import { send } from './send.js';

/** Answers requests as a portal says, and counts each as `GET http://…`. */
export function answerWith(handler: Handler, asked: Map<string, number>): RequestListener {
  return (request, response) => {
    const url = new URL(`http://${request.headers.host ?? 'localhost'}${request.url ?? '/'}`);
    const key = `${request.method ?? 'GET'} ${url.href}`;
    const before = asked.get(key) ?? 0;
    asked.set(key, before + 1);
    send(handler(toPortalRequest(request, url, before)), request, response);
  };
}

function toPortalRequest({ method = 'GET' }: IncomingMessage, url: URL, before: number): PortalRequest {
  return { method, path: url.pathname, query: url.searchParams, before };
}
