import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { notifyOfChanges } from '../../../src/app/notifying/notify.js';
import { headsUpVersion, type HeadsUp } from '../../../src/model/change.js';

const change: HeadsUp['changes'][number] = {
  id: '1',
  kind: 'new',
  subject: 'page',
  url: 'https://hub.example/a',
  previousUrl: null,
  title: { en: 'A' },
  language: 'en',
  date: '2026-11-22T18:00:00.000Z',
  reason: { en: 'New.', ja: '新規。' },
  evidence: [],
  counterpart: null,
  affected: 1,
};
const run = { id: 'r', start: '2026-11-22T18:00:00.000Z', complete: true };
const headsUp = (changes: HeadsUp['changes']): HeadsUp => ({
  version: headsUpVersion,
  tool: { name: 'playbook-health', version: '0' },
  language: 'en',
  portals: ['Hub'],
  before: run,
  after: run,
  totals: { new: changes.length, updated: 0, localised: 0, moved: 0, removed: 0, broke: 0, fixed: 0 },
  changes,
  untranslated: { total: 0, items: [] },
});

/** Sends to a server that answers so, and gives what it was sent and what was logged. */
async function send(
  statuses: readonly (number | 'cut')[],
  changes: HeadsUp['changes'] = [change],
  throughProxy: (
    address: string,
  ) => { readonly environment: Record<string, string>; readonly hook: string } | null = () => null,
  signal = new AbortController().signal,
) {
  const bodies: string[] = [];
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const status = statuses[Math.min(bodies.push(body), statuses.length) - 1] ?? 200;
      if (status === 'cut') response.destroy();
      else response.writeHead(status, { 'retry-after': '0.02' }).end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const proxied = throughProxy(host);
  const url = `http://${proxied?.hook ?? host}/hook/SECRET?sig=TOKEN`;
  const said: unknown[] = [];
  const note = (...words: unknown[]): void => void said.push(words);
  const left = await notifyOfChanges([{ channel: { kind: 'teams', url }, changes: headsUp(changes) }], {
    environment: proxied?.environment ?? {},
    signal,
    log: { debug: note, info: note, warn: note, remark: note, isVerbose: false },
  });
  return { bodies, asked, left, said: JSON.stringify(said) };
}

describe('telling of changes', () => {
  it('happens once if it is accepted', async () => {
    const { bodies } = await send([202]);
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain('AdaptiveCard');
  });

  it('does not happen where nothing changed', async () => {
    expect((await send([200], [])).bodies).toEqual([]);
  });

  it('happens after a walk that was interrupted, but only once', async () => {
    expect((await send([202], [change], undefined, AbortSignal.abort())).bodies).toHaveLength(1);
    const refused = await send([503], [change], undefined, AbortSignal.abort());
    expect(refused.bodies).toHaveLength(1);
    expect(refused.said).toContain('nobody could be told');
  });

  it('is tried again where that may help, and not where it cannot', async () => {
    expect((await send([429, 503, 200])).bodies).toHaveLength(3);
    expect((await send([400])).bodies).toHaveLength(1);
  });

  it('is left for another night where that may help', async () => {
    for (const status of [202, 400, 404]) expect((await send([status])).left).toEqual([]);
    expect((await send([503])).left).toHaveLength(1);
    expect((await send(['cut'], [change], undefined, AbortSignal.abort())).left).toHaveLength(1);
  });

  it('that fails says so without saying where to', async () => {
    for (const answer of [[404], [500, 500, 500]] as const) {
      const { said } = await send(answer);
      expect(said).toContain(String(answer[0]));
      expect(said).not.toMatch(/SECRET|TOKEN|127\.0\.0\.1/);
    }
  });

  it('goes through the proxies that the walk goes through', async () => {
    const through = (name: string) =>
      send([200], [change], (address) => ({ environment: { [name]: address }, hook: 'hooks.example' }));
    for (const name of ['http_proxy', 'HTTP_PROXY', 'ALL_PROXY'])
      expect((await through(name)).asked).toEqual(['http://hooks.example/hook/SECRET?sig=TOKEN']);
    const local = await send([200], [change], (hook) => ({
      environment: { HTTP_PROXY: '127.0.0.1:1' },
      hook,
    }));
    expect(local.asked).toEqual(['/hook/SECRET?sig=TOKEN']);
  });

  it.each([
    ['closes the connection', 'UND_ERR_SOCKET', (socket: Socket) => void socket.destroy()],
    ['says nothing', 'ETIMEDOUT', () => undefined],
    [
      'asks for a password',
      'proxy 407',
      (socket: Socket) => void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'),
    ],
  ])('is left for another night where a proxy %s, and makes no tunnel', async (_, outcome, answer) => {
    let tunnels = 0;
    const proxy = createServer().on('connect', (_request, socket: Socket) => {
      tunnels++;
      answer(socket);
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void proxy.close());
    const { port } = proxy.address() as AddressInfo;
    const messages = [
      {
        channel: { kind: 'teams', url: 'https://hooks.example/hook/SECRET' },
        changes: headsUp([change]),
      },
    ] as const;
    const said: unknown[] = [];
    const note = (...words: unknown[]): void => void said.push(words);
    const world = {
      environment: { HTTPS_PROXY: `127.0.0.1:${port}` },
      signal: AbortSignal.abort(),
      log: { debug: note, info: note, warn: note, remark: note, isVerbose: false },
    };
    expect(await notifyOfChanges(messages, world, 300)).toEqual(messages);
    expect(tunnels).toBe(1);
    expect(JSON.stringify(said)).toContain(outcome);
  });
});
