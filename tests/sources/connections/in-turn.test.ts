import { expect, it } from 'vitest';
import { inTurn } from '../../../src/sources/connections/in-turn.js';
import { question, type Lookup } from '../../../src/sources/connections/lookup.js';
import { startFaultServer } from '../../support/fault-server.js';
import { get, openWeb } from '../../support/open-web.js';

it('names beyond what the system looks up at once are known to wait, and come in turn', () => {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const system: Lookup = (hostname, _options, found) => {
    asked.push(hostname);
    waiting.push(() => found(null, [{ address: '192.0.2.1', family: 4 }]));
  };
  const { lookup, isQueued } = inTurn(system, 2);
  const told: string[] = [];
  for (const name of ['a', 'b', 'c', 'c', 'd']) lookup(name, question, () => void told.push(name));
  expect(asked).toEqual(['a', 'b']);
  expect(['b', 'c', 'd'].map(isQueued)).toEqual([false, true, true]);
  while (waiting.length > 0) waiting.shift()?.();
  expect(asked).toEqual(['a', 'b', 'c', 'c', 'd']);
  expect(told).toEqual(asked);
  expect(isQueued('c')).toBe(false);
});

it('a host whose name waits for those of others is not taken for slow', async () => {
  const server = await startFaultServer();
  const { port } = new URL(server.origin);
  const hanging: (() => void)[] = [];
  const lookup: Lookup = (hostname, _options, found) => {
    const tell = (): void => found(null, [{ address: '127.0.0.1', family: 4 }]);
    if (hostname === 'fine.example') tell();
    else hanging.push(tell);
  };
  const web = openWeb({ limits: { wholeTimeout: 300 } }, { lookup });
  const ask = (hostname: string) => get(web, `http://${hostname}:${port}/fine`);
  const others = Array.from({ length: 32 }, (_, index) => ask(`hangs-${index}.example`));
  const last = ask('fine.example');
  for (const { outcome } of await Promise.all(others)) expect(outcome).toMatchObject({ detail: 'ETIMEOUT' });
  for (const tell of hanging) tell();
  expect((await last).outcome).toMatchObject({ status: 200 });
  await web.close();
  await server.close();
});
