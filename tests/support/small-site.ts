import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface SmallSite {
  readonly origin: string;
  readonly asked: string[];
  /** Resolves when so many requests have come. */
  readonly untilAsked: (count: number) => Promise<void>;
  /** Goes away before the test is over. */
  readonly close: () => Promise<void>;
}

/** Serves pages by path on a free port until the test is over; what is not there is a 404. A page is its markup, or a handler. */
export async function serveSite(pages: Readonly<Record<string, string | Handler>>): Promise<SmallSite> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const page = pages[path] ?? pages['*'];
    if (page === undefined)
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not Found</h1>');
    else if (typeof page === 'function') page(request, response);
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => void server.close(resolve));
  };
  onTestFinished(close);
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    untilAsked: async (count) => {
      while (asked.length < count) await once(server, 'request');
    },
    close,
  };
}

/** A page that links. */
export function linking(...hrefs: readonly string[]): string {
  const links = hrefs.map((href) => `<li><a href="${href}">to ${href}</a></li>`);
  return `<!doctype html><html lang="en"><title>A page</title><h1>Links</h1><ul>${links.join('')}</ul></html>`;
}
