import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPatientLookup, type PatientLookup } from '../../../src/sources/connections/patient-lookup.js';
import type { Lookup } from '../../../src/sources/connections/lookup.js';
import { createResolver } from '../../../src/sources/connections/resolver.js';

const loopback = { address: '127.0.0.1', family: 4 } as const;

/** A system that finds every name but those said to be unanswered, and none at all during an outage. */
function createSystem(): { lookup: Lookup; unanswered: Set<string>; outage: boolean; asked: string[] } {
  const system = {
    unanswered: new Set<string>(),
    outage: false,
    asked: [] as string[],
    lookup: ((hostname, _options, found) => {
      system.asked.push(hostname);
      const isLost = system.outage || system.unanswered.has(hostname);
      queueMicrotask(() => {
        if (isLost) found(Object.assign(new Error('lost'), { code: 'EAI_AGAIN' }), []);
        else found(null, [loopback]);
      });
    }) satisfies Lookup,
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
    const { lookup } = createPatientLookup(system.lookup, Date.now);
    await found(lookup, 'seed.example');
    system.outage = true;
    const all = ['a.example', 'b.example', 'c.example'].map((name) => found(lookup, name));
    await vi.advanceTimersByTimeAsync(20_000);
    system.outage = false;
    await vi.advanceTimersByTimeAsync(2000);
    expect(await Promise.all(all)).toEqual(['127.0.0.1', '127.0.0.1', '127.0.0.1']);
  });

  it('ends before a name was asked for again, and is blamed on none', async () => {
    const system = createSystem();
    const { lookup } = createPatientLookup(system.lookup, Date.now);
    await found(lookup, 'seed.example');
    system.outage = true;
    const first = found(lookup, 'a.example');
    await vi.advanceTimersByTimeAsync(1000);
    const second = found(lookup, 'b.example');
    system.outage = false;
    await vi.advanceTimersByTimeAsync(2000);
    expect(await Promise.all([first, second])).toEqual(['127.0.0.1', '127.0.0.1']);
  });

  it('is told in place of the name after a minute, and then at once', async () => {
    const system = createSystem();
    const { lookup } = createPatientLookup(system.lookup, Date.now);
    await found(lookup, 'seed.example');
    system.outage = true;
    const first = found(lookup, 'a.example');
    await vi.advanceTimersByTimeAsync(61_000);
    expect(await first).toBe('NO_RESOLVER');
    expect(await found(lookup, 'b.example')).toBe('NO_RESOLVER');
  });

  it('is not what a name suffers from while others are found', async () => {
    const system = createSystem();
    const { lookup } = createPatientLookup(system.lookup, Date.now);
    await found(lookup, 'seed.example');
    system.unanswered.add('dead.example');
    expect(await found(lookup, 'dead.example')).toBe('EAI_AGAIN');
  });

  it('cannot be told where no name was found before', async () => {
    const system = createSystem();
    system.outage = true;
    const { lookup } = createPatientLookup(system.lookup, Date.now);
    expect(await found(lookup, 'seed.example')).toBe('EAI_AGAIN');
  });

  it('is not waited for once nobody needs it', async () => {
    const system = createSystem();
    const { lookup, close } = createPatientLookup(system.lookup, Date.now);
    await found(lookup, 'seed.example');
    system.outage = true;
    void found(lookup, 'a.example');
    await vi.advanceTimersByTimeAsync(1000);
    close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves those names that were found before where they were', async () => {
    const system = createSystem();
    const { resolve } = createResolver(Date.now, system.lookup);
    const lookup: PatientLookup['lookup'] = (hostname, told) =>
      resolve(hostname, (error, addresses) => told(error, [...addresses]));
    await found(lookup, 'seed.example');
    await vi.advanceTimersByTimeAsync(3_600_000);
    system.outage = true;
    expect(await found(lookup, 'seed.example')).toBe('127.0.0.1');
  });
});
