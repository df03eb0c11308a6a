import { describe, expect, it } from 'vitest';
import type { FetchRequest } from '../../../src/model/fetch.js';
import { startFaultServer } from '../../support/fault-server.js';
import { get, openWeb } from '../../support/open-web.js';

const request = (url: string): FetchRequest => ({ url, method: 'GET', source: null, appetite: 'whole' });

describe('a signal', () => {
  it('calls off what is under way or waits, and nothing else', async () => {
    const server = await startFaultServer();
    const web = openWeb({ limits: { perHost: 1 } });
    const caller = new AbortController();
    const other = new AbortController();
    const underWay = web.fetch(request(`${server.origin}/silent`), caller.signal);
    const waiting = web.fetch(request(`${server.origin}/fine`), caller.signal);
    const others = web.fetch(request(`${server.origin}/fine`), other.signal);
    const reason = new Error('enough');
    caller.abort(reason);
    await expect(underWay).rejects.toBe(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(web.fetch(request(`${server.origin}/fine`), caller.signal)).rejects.toBe(reason);
    expect((await others).outcome).toMatchObject({ status: 200 });
    await web.close();
    await server.close();
  });

  it('is not needed to end: closing ends everything', async () => {
    const server = await startFaultServer();
    const web = openWeb();
    const pending = get(web, `${server.origin}/silent`);
    await web.close();
    expect((await pending).outcome).toMatchObject({ kind: 'failed', cause: 'connection' });
    await server.close();
  });

  it.each(['http://', 'http://[::1', 'not a url'])('is not what %s fails by', async (url) => {
    const web = openWeb();
    expect((await get(web, url)).outcome).toEqual({
      kind: 'failed',
      cause: 'protocol',
      detail: 'ERR_INVALID_URL',
    });
    await web.close();
  });

  it('cannot hurry a name that nobody knows, nor a port that nobody listens on', async () => {
    const web = openWeb();
    expect((await get(web, 'http://nobody.invalid/')).outcome).toMatchObject({
      kind: 'failed',
      cause: 'dns',
    });
    const server = await startFaultServer();
    await server.close();
    const { outcome } = await get(web, `${server.origin}/`);
    expect(outcome).toEqual({ kind: 'failed', cause: 'connection', detail: 'ECONNREFUSED' });
    await web.close();
  });
});
