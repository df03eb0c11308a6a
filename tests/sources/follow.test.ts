import { describe, expect, it } from 'vitest';
import { answer, startFaultServer, type Fault } from '../support/fault-server.js';
import { get, openWeb } from '../support/open-web.js';

const signal = new AbortController().signal;
const to = (location: string, more = ''): string => `location: ${location}\r\n${more}`;
const redirect =
  (headers: string, status = '302 Found'): Fault =>
  (socket) =>
    answer(socket, headers, '', status);

const acts: Record<string, Fault> = {
  bounce: (socket, { headers }) => {
    if (/^cookie: .*seen=yes/im.test(headers)) answer(socket, 'content-type: text/html\r\n', 'welcome');
    else answer(socket, to('/bounce', 'set-cookie: seen=yes; Path=/; HttpOnly\r\n'), '', '302 Found');
  },
  round: redirect(to('/round?x=1')),
  unasked: (socket, { path }) => {
    if (path.endsWith('?')) answer(socket, 'content-type: text/html\r\n', 'welcome');
    else answer(socket, to('?#part'), '', '302 Found');
  },
  asked: redirect(to('/there#why?')),
  leave: redirect(to('/sign-out')),
  relative: redirect(to('../a%20b/?q=1#part'), '301 Moved Permanently'),
  'not-ascii': redirect(to('/caf\u00e9/日本'), '308 Permanent Redirect'),
  twice: redirect(to('/there') + to('/there')),
  'two-places': redirect(to('/there') + to('/elsewhere')),
  'shift-jis': (socket) =>
    socket.write(
      Buffer.from(
        'HTTP/1.1 302 Found\r\ncontent-length: 0\r\nlocation: /\x93\xfa\x96{?\x8e\r\n\r\n',
        'latin1',
      ),
    ),
  secret: redirect(to('/next?sig=abc&v=1')),
  nonsense: redirect(to('http://[::1')),
  mail: redirect(to('mailto:someone@example.com')),
  'not-a-redirect': redirect(to('/elsewhere'), '201 Created'),
};

describe('redirects', () => {
  it.each([
    ['relative/x/y', '/relative/a%20b/?q=1#part', '/relative/a%20b/?q=1#part'],
    ['not-ascii', '/caf%C3%A9/%E6%97%A5%E6%9C%AC', '/caf%C3%A9/%E6%97%A5%E6%9C%AC'],
    ['twice', '/there', '/there'],
    ['two-places', null, null],
    ['shift-jis', '/%93%FA%96%7B?%8E', '/%93%FA%96%7B?%8E'],
    ['secret', '/next?sig=abc&v=1', '/next?sig=REDACTED&v=1'],
    ['mail', 'mailto:someone@example.com', 'mailto:someone@example.com'],
    ['nonsense', null, null],
    ['not-a-redirect', null, null],
  ])('are not followed by fetch: %s leads to %s', async (path, location, shown) => {
    const server = await startFaultServer(acts);
    const web = openWeb();
    const absolute = (text: string | null): string | null =>
      text?.startsWith('/') === true ? server.origin + text : text;
    const found = await get(web, `${server.origin}/${path}`);
    expect(found.location).toBe(absolute(location));
    expect(found.outcome).toMatchObject({ location: absolute(shown) });
    await web.close();
    await server.close();
  });

  it('by a Refresh header are handed on as they came, in UTF-8', async () => {
    const server = await startFaultServer({
      later: (socket) => answer(socket, 'content-type: text/html\r\nrefresh: 3; url=/日本\r\n', ''),
    });
    const web = openWeb();
    expect(await get(web, `${server.origin}/later`)).toMatchObject({
      location: null,
      refreshHeader: '3; url=/日本',
    });
    expect(await get(web, `${server.origin}/none`)).toMatchObject({ refreshHeader: null });
    await web.close();
    await server.close();
  });

  it('may lead to an empty query, which browsers ask for', async () => {
    const server = await startFaultServer(acts);
    const web = openWeb();
    const follow = (path: string) =>
      web.follow(
        { url: server.origin + path, method: 'GET', source: null, appetite: 'whole' },
        signal,
        () => true,
      );
    const { url, answer } = await follow('/unasked');
    expect([url, answer.outcome]).toMatchObject([`${server.origin}/unasked?`, { status: 200 }]);
    await follow('/asked');
    expect(server.requests).toEqual(['GET /unasked', 'GET /unasked?', 'GET /asked', 'GET /there']);
    await web.close();
    await server.close();
  });

  it('are followed with the cookies they set, on demand', async () => {
    const server = await startFaultServer(acts);
    const web = openWeb({ limits: { maxHops: 3 } });
    const follow = (path: string, mayAsk = (): boolean => true) =>
      web.follow(
        { url: server.origin + path, method: 'GET', source: null, appetite: 'whole' },
        signal,
        mayAsk,
      );

    const bounced = await follow('/bounce');
    expect(bounced).toMatchObject({ url: `${server.origin}/bounce`, answer: { outcome: { status: 200 } } });
    expect(server.requests).toEqual(['GET /bounce', 'GET /bounce']);
    // The cookie is forgotten: the next chain starts without it.
    await follow('/bounce');
    expect(server.requests).toHaveLength(4);

    const again = ['GET /round?x=1'];
    const round = await follow('/round');
    expect(round.answer.outcome).toMatchObject({ status: 302 });
    expect(server.requests.slice(4)).toEqual(['GET /round', ...again, ...again, ...again]);

    const left = await follow('/leave', () => false);
    expect(left).toMatchObject({ url: `${server.origin}/leave`, answer: { outcome: { status: 302 } } });
    expect(server.requests).not.toContain('GET /sign-out');
    await web.close();
    await server.close();
  });
});
