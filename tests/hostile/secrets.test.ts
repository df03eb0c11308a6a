import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, start, type Ended } from '../support/command-line.js';
import { suiteFolder } from '../support/suite-folder.js';

/** What only the portal may see. */
const credentials = {
  bearer: 'bearer-7fQz91LxKw',
  header: 'header-3mVt58RpYs',
  basic: Buffer.from('someone:basic-6hNc20DuJa').toString('base64'),
  password: 'basic-6hNc20DuJa',
  netscape: 'netscape-9gBk47WeXo',
  playwright: 'playwright-1dSy63TiZm',
};
/** What stands in addresses and may be sent where they lead, but is written down nowhere. */
const signature = 'sig-5jPe82MnQv';

const endings = ['json', 'md', 'txt', 'html', 'csv', 'sarif', 'xml'];
const folder = suiteFolder();
let portal: Server;
let stranger: Server;
let seenByPortal = '';
let seenByStranger = '';
let ended: Ended;

beforeAll(async () => {
  portal = await listen((request, response) => {
    seenByPortal += describeRequest(request);
    answerAsPortal(request, response);
  });
  stranger = await listen((request, response) => {
    seenByStranger += describeRequest(request);
    answerAsStranger(request, response);
  });
  writeFileSync(join(folder(), 'config.yaml'), configuration());
  writeFileSync(join(folder(), 'token.txt'), `${credentials.bearer}\n`);
  writeFileSync(join(folder(), 'cookies.txt'), netscape());
  writeFileSync(join(folder(), 'state.json'), storageState());
  const outputs = endings.flatMap((ending) => ['-o', `report.${ending}`]);
  // What Node itself prints counts, too.
  ended = await start(
    ['crawl', '--config', 'config.yaml', '--all', '-v', '--log-file', 'log.json', '-f', 'text', ...outputs],
    folder(),
    { PORTAL_KEY: credentials.header, PORTAL_PASSWORD: credentials.password },
  ).ended;
}, 30_000);
afterAll(() => {
  for (const server of [portal, stranger]) {
    server.closeAllConnections();
    server.close();
  }
});

describe('credentials in a whole walk', () => {
  it('reach the portal, by every way there is to give them', () => {
    expect(ended.exitCode).toBe(1);
    for (const [name, secret] of Object.entries(credentials)) {
      if (name !== 'password') expect(seenByPortal, name).toContain(secret);
    }
  });

  it('reach nobody else: not by links, redirects, robots.txt, sitemaps, canaries, probes', () => {
    expect(seenByStranger).toContain('GET /robots-elsewhere');
    expect(seenByStranger).toContain('GET /from-sitemap');
    expect(seenByStranger).toContain('GET /hop');
    expect(seenByStranger).toContain('HEAD /picture.png');
    for (const [name, secret] of Object.entries(credentials))
      expect(seenByStranger, name).not.toContain(secret);
    expect(seenByStranger).not.toMatch(/authorization|cookie/);
  });
});

describe('what a run leaves behind', () => {
  it.each(['stdout', 'stderr'] as const)('%s holds no secret', (stream) => {
    expectNoSecret(Buffer.from(ended[stream]), stream);
  });

  it('files hold no secret: reports in every format, log, store', () => {
    const own = ['config.yaml', 'token.txt', 'cookies.txt', 'state.json'];
    const files = readdirSync(folder(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !own.includes(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(endings.length + 2);
    for (const file of files) expectNoSecret(readFileSync(file), file);
  });

  it('tells addresses apart all the same, and what a redirect led to', () => {
    const report = readFileSync(join(folder(), 'report.json'), 'utf8');
    expect(report).toContain('sig=REDACTED');
    expect(report).toContain('key=page1');
    expect(report).toContain('key=page2');
  });

  it('a mistake in the configuration is told without the secret in it', async () => {
    const broken = configuration().replace('robots: true', 'robots: perhaps');
    writeFileSync(
      join(folder(), 'broken.yaml'),
      broken.replace('user: someone', `user: [${credentials.password}]`),
    );
    const { exitCode, stdout, stderr } = await run(['crawl', '--config', 'broken.yaml'], folder(), {
      PORTAL_KEY: `${credentials.header}\n`,
      PORTAL_PASSWORD: credentials.password,
    });
    expect(exitCode).toBe(2);
    expectNoSecret(Buffer.from(stdout + stderr), 'messages');
  });
});

function expectNoSecret(bytes: Buffer, where: string): void {
  for (const secret of [...Object.values(credentials), signature]) {
    expect(bytes.includes(secret), `${secret} in ${where}`).toBe(false);
  }
}

function configuration(): string {
  const own = originOf(portal);
  return `
sources:
  - id: portal
    seeds: [${own}/, ${own}/sitemap.xml]
    robots: true
    canary: { url: ${own}/canary, contains: Signed in }
    credentials:
      bearerFile: token.txt
      headers: { X-Portal-Key: "\${PORTAL_KEY}" }
      cookies: cookies.txt
  - id: hub
    seeds: [${own.replace('127.0.0.1', 'localhost')}/hub/]
    credentials:
      basic: { user: someone, password: "\${PORTAL_PASSWORD}" }
      cookies: state.json
limits: { retries: 0, backoff: 1 }
`;
}

function netscape(): string {
  return `# Netscape HTTP Cookie File\n127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\t${credentials.netscape}\n`;
}

function storageState(): string {
  const cookie = {
    name: 'session',
    value: credentials.playwright,
    domain: 'localhost',
    path: '/',
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: 'Lax',
  };
  return JSON.stringify({ cookies: [cookie], origins: [] });
}

function answerAsPortal({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const elsewhere = originOf(stranger);
  const signed = `${elsewhere}/document?sv=1&sig=${signature}`;
  const redirects: Readonly<Record<string, string>> = {
    '/robots.txt': `${elsewhere}/robots-elsewhere`,
    '/leads-out': `${elsewhere}/hop`,
    '/signs': signed,
    '/wall': `/SignIn?ReturnUrl=${encodeURIComponent(`/document?sig=${signature}`)}`,
    '/hub/out': `${elsewhere}/hop#access_token=${signature}`,
  };
  const pages: Readonly<Record<string, string>> = {
    '/': `<title>Portal ${signed}</title><h1>At ${signed}</h1>
<a href="/leads-out">out</a><a href="/signs">signs</a><a href="/wall">wall</a>
<a href="${signed}">${signed}</a><a href="${elsewhere}/gone?access_token=${signature}" title="x">gone</a>
<a href="hhttps://portal.example/?token=${signature}">slip</a>
<a href="/missing?key=page1">1</a><a href="/missing?key=page2">2</a>
<img src="${elsewhere}/picture.png" alt="${signed}"><form action="/do?token=${signature}"></form>
<a href="${elsewhere}/back">back</a><script src="${elsewhere}/x.js?sig=${signature}"></script>
<meta http-equiv="refresh" content="900;url=/gone?code=${signature}">`,
    '/hub/': '<title>Hub</title><a href="out">out</a><a href="/hub/deck.pptx">deck</a>',
    '/canary': 'Signed in',
    '/back': '<title>Back</title>',
  };
  const location = redirects[url];
  if (location !== undefined) response.writeHead(302, { location }).end();
  else if (url === '/sitemap.xml')
    response.writeHead(200, { 'content-type': 'application/xml' }).end(sitemap());
  else answerWith(pages[url], response);
}

function answerAsStranger({ url = '' }: IncomingMessage, response: ServerResponse): void {
  if (url === '/hop' || url === '/back') {
    const location = `${originOf(portal)}/back`;
    response.writeHead(302, {
      location,
      'set-cookie': 'theirs=1',
      link: `<${location}?sig=${signature}>; rel=next`,
    });
    response.end();
  } else if (url === '/robots-elsewhere') response.end('User-agent: *\nAllow: /\n');
  else
    answerWith(
      url.startsWith('/document') || url === '/from-sitemap' ? '<title>Here</title>' : undefined,
      response,
    );
}

function answerWith(page: string | undefined, response: ServerResponse): void {
  response
    .writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' })
    .end(page ?? '<h1>Gone</h1>');
}

function sitemap(): string {
  const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  return `<urlset xmlns="${namespace}"><url><loc>${originOf(stranger)}/from-sitemap</loc></url></urlset>`;
}

async function listen(
  listener: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Server> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => void server.listen(0, resolve));
  return server;
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function describeRequest({ method = '', url = '', rawHeaders }: IncomingMessage): string {
  const headers = rawHeaders.map((text, at) => (at % 2 === 0 ? text.toLowerCase() : text)).join('\n');
  return `${method} ${url}\n${headers}\n\n`;
}
