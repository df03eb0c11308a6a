import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPatientLookup, type PatientLookup } from '../../../src/sources/connections/patient-lookup.js';
import type { Lookup } from '../../../src/sources/connections/lookup.js';
import { createResolver } from '../../../src/sources/connections/resolver.js';

const loopback = { address: '127.0.0.1', family: 4 } as const;
const minute = 60_000;
const wellKnown = 'a.root-servers.net';

interface System {
  readonly lookup: Lookup;
  /** The code that a name fails by. */
  readonly failing: Map<string, string>;
  /** What every name but those of this machine fails by. */
  outage: string | null;
  readonly isOnline: () => Promise<boolean>;
  readonly asked: string[];
}

/** A system that finds every name but those said to fail, and none at all during an outage. */
function createSystem(): System {
  const system: System = {
    failing: new Map(),
    outage: null,
    isOnline: () => Promise.resolve(true),
    asked: [],
    lookup: (hostname, _options, found) => {
      system.asked.push(hostname);
      const code = (hostname === 'localhost' ? null : system.outage) ?? system.failing.get(hostname);
      queueMicrotask(() => {
        if (code === undefined) found(null, [loopback]);
        else found(Object.assign(new Error('lost'), { code }), []);
      });
    },
  };
  return system;
}

describe('an outage of name servers', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const found = (lookup: PatientLookup['lookup'], hostname: string): Promise<string> =>
    new Promise((settle) => {
      lookup(hostname, (error, [first]) => settle(error?.code ?? first?.address ?? 'nothing'));
    });

  it('is waited for', async () => {
    const system = createSystem();
    const { lookup } = createPatientLookup(system.lookup, Date.now, minute, system.isOnline);
    await found(lookup, 'seed.example');
    system.outage = 'EAI_AGAIN';
    const all = ['a.example', 'b.example', 'c.example'].map((name) => found(lookup, name));
    await vi.advanceTimersByTimeAsync(20_000);
    system.outage = null;
    await vi.advanceTimersByTimeAsync(2000);
    expect(await Promise.all(all)).toEqual(['127.0.0.1', '127.0.0.1', '127.0.0.1']);
  });

  it('ends before a name was asked for again, and is blamed on none', async () => {
    const system = createSystem();
    const { lookup } = createPatientLookup(system.lookup, Date.now, minute, system.isOnline);
    await found(lookup, 'seed.example');
    system.outage = 'EAI_AGAIN';
    const first = found(lookup, 'a.example');
    await vi.advanceTimersByTimeAsync(1000);
    const second = found(lookup, 'b.example');
    system.outage = null;
    await vi.advanceTimersByTimeAsync(2000);
    expect(await Promise.all([first, second])).toEqual(['127.0.0.1', '127.0.0.1']);
  });

  it('is told in place of the name after a minute, and then at once', async () => {
    const system = createSystem();
    const { lookup } = createPatientLookup(system.lookup, Date.now, minute, system.isOnline);
    await found(lookup, 'seed.example');
    system.outage = 'EAI_AGAIN';
    const first = found(lookup, 'a.example');
    await vi.advanceTimersByTimeAsync(61_000);
    expect(await first).toBe('NO_RESOLVER');
    expect(await found(lookup, 'b.example')).toBe('NO_RESOLVER');
  });

  it('is not what a name suffers from while others are found', async () => {
    const system = createSystem();
    const { lookup } = createPatientLookup(system.lookup, Date.now, minute, system.isOnline);
    await found(lookup, 'seed.example');
    system.failing.set('dead.example', 'EAI_AGAIN');
    expect(await found(lookup, 'dead.example')).toBe('EAI_AGAIN');
  });

  it('is told from a name that is not answered for although no name was found before', async () => {
    const system = createSystem();
    system.failing.set('dead.example', 'EAI_AGAIN');
    const { lookup } = createPatientLookup(system.lookup, Date.now, minute, system.isOnline);
    expect(await found(lookup, 'dead.example')).toBe('EAI_AGAIN');
    system.failing.set(wellKnown, 'ENOTFOUND');
    expect(await found(lookup, 'dead.example')).toBe('EAI_AGAIN');
    system.outage = 'EAI_AGAIN';
    const lost = found(lookup, 'dead.example');
    await vi.advanceTimersByTimeAsync(minute + 2000);
    expect(await lost).toBe('NO_RESOLVER');
  });

  it('is told although this machine knows its own name', async () => {
    const system = createSystem();
    system.outage = 'EAI_AGAIN';
    const { lookup } = createPatientLookup(system.lookup, Date.now, 1000, system.isOnline);
    expect(await found(lookup, 'localhost')).toBe('127.0.0.1');
    const lost = found(lookup, 'a.example');
    await vi.advanceTimersByTimeAsync(2000);
    expect(await lost).toBe('NO_RESOLVER');
  });

  it('is told also where the system says that nobody has any name', async () => {
    const system = createSystem();
    const { resolve } = createResolver(Date.now, minute, system.lookup);
    const lookup: PatientLookup['lookup'] = (hostname, told) =>
      resolve(hostname, (error, addresses) => told(error, [...addresses]));
    await found(lookup, 'seed.example');
    await vi.advanceTimersByTimeAsync(3_600_000);
    system.outage = 'ENOTFOUND';
    const lost = found(lookup, 'a.example');
    expect(await found(lookup, 'seed.example')).toBe('127.0.0.1');
    await vi.advanceTimersByTimeAsync(minute + 2000);
    expect(await lost).toBe('NO_RESOLVER');
  });

  it.each([
    ['is told where the system says so from the start on, while it has no network', false, 'NO_RESOLVER'],
    ['is not told where a network knows no names of the internet', true, 'ENOTFOUND'],
  ])('%s', async (_, isConnected, told) => {
    const system = createSystem();
    system.outage = 'ENOTFOUND';
    const isOnline = () => Promise.resolve(isConnected);
    const { lookup } = createPatientLookup(system.lookup, Date.now, minute, isOnline);
    const lost = found(lookup, 'a.example');
    await vi.advanceTimersByTimeAsync(minute + 2000);
    expect(await lost).toBe(told);
  });

  it('is not what a name suffers from that was retired meanwhile', async () => {
    const system = createSystem();
    const { lookupNow } = createPatientLookup(system.lookup, Date.now, minute, system.isOnline);
    await found(lookupNow, 'seed.example');
    system.failing.set('seed.example', 'ENOTFOUND');
    expect(await found(lookupNow, 'seed.example')).toBe('ENOTFOUND');
  });

  it('is not waited for once nobody needs it', async () => {
    const system = createSystem();
    const { lookup, close } = createPatientLookup(system.lookup, Date.now, minute, system.isOnline);
    await found(lookup, 'seed.example');
    system.outage = 'EAI_AGAIN';
    void found(lookup, 'a.example');
    await vi.advanceTimersByTimeAsync(1000);
    close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves those names that were found before where they were', async () => {
    const system = createSystem();
    const { resolve } = createResolver(Date.now, minute, system.lookup);
    const lookup: PatientLookup['lookup'] = (hostname, told) =>
      resolve(hostname, (error, addresses) => told(error, [...addresses]));
    await found(lookup, 'seed.example');
    await vi.advanceTimersByTimeAsync(3_600_000);
    system.outage = 'EAI_AGAIN';
    expect(await found(lookup, 'seed.example')).toBe('127.0.0.1');
  });
});

describe('a name that cannot be looked up', () => {
  const found = (system: System, hostname: string): Promise<string> =>
    new Promise((settle) => {
      const { lookup } = createPatientLookup(system.lookup, Date.now, 0, system.isOnline);
      lookup(hostname, (error, [first]) => settle(error?.code ?? first?.address ?? 'nothing'));
    });

  it.each(['EINVAL', 'EBUSY', 'EAI_MEMORY'])(
    'for want of a file or memory is not to blame: %s',
    async (code) => {
      const system = createSystem();
      system.failing.set('a.example', code);
      expect(await found(system, 'a.example')).toBe('EMFILE');
      system.failing.set('b.example', 'ENOTFOUND').set(wellKnown, code);
      expect(await found(system, 'b.example')).toBe('EMFILE');
    },
  );

  it('is not asked for where nobody may have it', async () => {
    const system = createSystem();
    system.outage = 'EAI_AGAIN';
    expect(await found(system, 'cdn.invalid')).toBe('ENOTFOUND');
    expect(system.asked).toEqual([]);
  });
});
