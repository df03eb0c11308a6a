import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a page may carry in its texts to do harm wherever a report shows them. */
const harmful = [
  '\u001b]0;owned\u0007\u001b[31mred\u001b[2J',
  '<img src=x onerror=alert(1)><script>alert(2)</script>',
  '</script><!-- ]]> -->',
  '[click](javascript:alert(3)) ![x](https://evil.example/pixel.png) @everyone',
  '=cmd|"/c calc"!A1',
  '+1+1|`id`',
  '::error::owned%0A::set-output name=x::y',
  '\u202Etxt.exe\u2066\u200B',
].join(' ');

const escapedHarm = harmful.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const html = { 'content-type': 'text/html; charset=utf-8' };

/** Each item is a page that is hostile in a way of its own; the first page of a walk links to all. */
const hostilePages: Readonly<Record<string, (path: string) => string | Uint8Array>> = {
  calendar: (path) => {
    const [year = 2026, month = 11, day = 22] = path.match(/\d+/g)?.map(Number) ?? [];
    const shifts = [-31, -1, 1, 31];
    const days = shifts.map((shift) => new Date(Date.UTC(year, month - 1, day + shift)));
    const links = days
      .filter((date) => !Number.isNaN(date.getTime()))
      .map((date) => {
        const text = date.toISOString().slice(0, -14).replace(/^\+/, '');
        return `<a href="/calendar/${text.replaceAll('-', '/')}">${text}</a>`;
      });
    return `<title>${path}</title><h1>${path}</h1>${links.join('')}`;
  },
  session: (path) => {
    const id = (Number.parseInt(path.split('/')[2] ?? '', 36) || 1) * 2_654_435;
    const links = ['home', 'news', 'help'].map(
      (name, at) => `/session/${((id + at) % 2 ** 48).toString(36)}x9/${name}`,
    );
    return `<title>Shop</title><h1>Shop</h1>${links.map((link) => `<a href="${link}">go</a>`).join('')}`;
  },
  growing: () => '<title>Docs</title><a href="more/">more</a><a href="deeper/">deeper</a>',
  farm: () => {
    const links = Array.from({ length: 10_000 }, (_, at) => `<a href="/leaf/${at}">${at}</a>`);
    return `<title>Farm</title>${links.join('')}`;
  },
  leaf: (path) => `<title>${path}</title>`,
  nested: () => `<title>Nested</title>${'<div>'.repeat(200_000)}<a href="/gone/nested">in</a>`,
  tables: () => `<title>Tables</title>${'<table><tr><td>'.repeat(50_000)}<a href="/gone/tables">in</a>`,
  attributes: () =>
    `<title>Attributes</title><a href="/${'a'.repeat(1_000_000)}" title="${'b'.repeat(1_000_000)}">long</a>
<a ${'x '.repeat(300_000)} href="/gone/attributes">many</a>`,
  unclosed: () => `<title>${'<a href="'.repeat(100_000)}`,
  entities: () => `<title>${'&#x41;'.repeat(100_000)}</title><p>${'&'.repeat(300_000)}</p>`,
  comments: () => `<title>Comments</title>${'<!-- -'.repeat(100_000)}${'<![CDATA['.repeat(100_000)}`,
  bytes: () =>
    Buffer.concat([
      Buffer.from('<title>\xff\xfe\xed\xa0\x80\0bytes</title><a href="/gone/bytes\0\xff">', 'latin1'),
      Buffer.from(Uint8Array.from({ length: 100_000 }, (_, at) => (at * 48_271) & 0xff)),
    ]),
  texts: () => `<title>${escapedHarm}</title><h1>${escapedHarm}</h1><h2>${escapedHarm}</h2>
<a href="/gone/texts">${escapedHarm}</a><a href="/gone/${encodeURIComponent(harmful)}">x</a>
<a href="hhttps://${escapedHarm.replaceAll('"', '')}">slip</a><a href="mailto:${escapedHarm}">mail</a>`,
  styles: () => `<style>${'@import url(a'.repeat(50_000)}</style><style>${'/*'.repeat(100_000)}</style>`,
  schemes: () =>
    [
      'javascript:alert(1)',
      'data:text/html,x',
      'http://',
      'http://[',
      'http://a b',
      '//',
      'http://x:99999999/',
      'HTTP:\\\\x',
      'http://%00/',
      'http://xn--a.invalid/',
      'tel:1',
      '',
    ]
      .map((href) => `<a href="${href}">${href}</a>`)
      .join(''),
};

export interface HostileSite {
  readonly origin: string;
  /** The addresses to link to, one an item. */
  readonly addresses: readonly string[];
  readonly close: () => Promise<void>;
}

/** Serves hostile pages on a free port, with mazes of redirects among them. */
export async function serveHostileSite(): Promise<HostileSite> {
  const server = createServer(serve);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const mazes = ['/maze/1', '/circle/a', '/growing-query?x', '/itself', '/headers', '/names'];
  return {
    origin,
    addresses: [
      ...Object.keys(hostilePages).map((name) => `${origin}/${name}/`),
      ...mazes.map((path) => origin + path),
      ...elsewhere(String(port)),
    ],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}

/** Hosts by their addresses and in Japanese. */
function elsewhere(port: string): readonly string[] {
  return [`http://[::1]:${port}/leaf/6`, 'http://[::ffff:127.0.0.1]:1/', 'http://日本語.invalid/ページ'];
}

function serve({ url = '/', headers }: IncomingMessage, response: ServerResponse): void {
  const location = redirectOf(url);
  const page = hostilePages[url.split(/[/?]/)[1] ?? ''];
  if (location !== null) response.writeHead(302, { location, 'set-cookie': `at=${url.length}` }).end();
  else if (url === '/headers')
    response.writeHead(200, { ...html, ...manyHeaders() }).end('<title>Headers</title>');
  else if (url === '/names') {
    const links = elsewhere(headers.host?.split(':')[1] ?? '').map((href) => `<a href="${href}">x</a>`);
    response.writeHead(200, html).end(links.join(''));
  } else if (page === undefined) response.writeHead(404, html).end(`<title>${escapedHarm}</title>`);
  else response.writeHead(200, html).end(page(url));
}

function redirectOf(url: string): string | null {
  if (url.startsWith('/maze/')) return `/maze/${Number(url.slice(6)) + 1}`;
  if (url.startsWith('/circle/')) return url === '/circle/a' ? '/circle/b' : '/circle/a';
  if (url.startsWith('/growing-query')) return `${url}${url.slice(-1000)}`;
  return url === '/itself' ? '/itself' : null;
}

function manyHeaders(): Record<string, string> {
  return Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`x-header-${at}`, 'v'.repeat(100)]));
}
