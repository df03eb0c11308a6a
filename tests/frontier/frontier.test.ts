import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrontier } from '../../src/frontier/frontier.js';
import type { Target } from '../../src/model/target.js';

function target(id: number, origin = 'https://a.example'): Target {
  return {
    id,
    url: `${origin}/${id}`,
    origin,
    source: null,
    role: 'page',
    wholeDocuments: false,
    method: 'GET',
    appetite: 'whole',
    hops: 0,
    attempts: [],
    throttled: 0,
    confirming: false,
    written: null,
    unchanged: null,
  };
}

describe('frontier', () => {
  it('gives out targets of one host in their order, up to the limit of the host', () => {
    const frontier = createFrontier({ perHost: 2, minGap: 0 });
    [1, 2, 3].forEach((id) => frontier.add(target(id)));
    const first = frontier.next(0);
    expect(first?.id).toBe(1);
    expect(frontier.next(0)?.id).toBe(2);
    expect(frontier.next(0)).toBeNull();
    frontier.done(first!, 5);
    expect(frontier.next(5)?.id).toBe(3);
  });

  it('lets hosts take turns', () => {
    const frontier = createFrontier({ perHost: 9, minGap: 0 });
    [1, 2, 3].forEach((id) => frontier.add(target(id)));
    frontier.add(target(4, 'https://b.example'));
    const order = [0, 0, 0, 0].map((now) => frontier.next(now)?.id);
    expect(order.indexOf(4)).toBeLessThan(2);
  });

  it('keeps the gap, and knows when it ends', () => {
    const frontier = createFrontier({ perHost: 9, minGap: 100 });
    [1, 2].forEach((id) => frontier.add(target(id)));
    expect(frontier.next(0)?.id).toBe(1);
    expect(frontier.next(99)).toBeNull();
    expect(frontier.wakeAt()).toBe(100);
    expect(frontier.next(100)?.id).toBe(2);
  });

  it('keeps the longest gap that a host asks for, and no shorter one than is polite', () => {
    const frontier = createFrontier({ perHost: 9, minGap: 100 });
    [1, 2, 3].forEach((id) => frontier.add(target(id, id === 3 ? 'https://b.example' : undefined)));
    for (const gap of [300, 200]) frontier.slowDown('https://a.example', gap);
    frontier.slowDown('https://b.example', 50);
    frontier.add(target(4, 'https://b.example'));
    const given = (now: number) => [frontier.next(now), frontier.next(now)].map((one) => one?.id);
    expect([0, 99, 100, 299, 300].map(given)).toEqual([
      [1, 3],
      [undefined, undefined],
      [4, undefined],
      [undefined, undefined],
      [2, undefined],
    ]);
  });

  it('gives out at most so many as the pace of a host says, and no more than is polite', () => {
    const origin = 'https://a.example';
    const frontier = createFrontier({ perHost: 2, minGap: 0 });
    [1, 2, 3, 4].forEach((id) => frontier.add(target(id)));
    frontier.pace(origin, { atOnce: 1, gap: 100 });
    const first = frontier.next(0);
    expect(frontier.next(200)).toBeNull();
    frontier.done(first!, 200);
    expect(frontier.next(200)?.id).toBe(2);
    frontier.pace(origin, { atOnce: 8, gap: 0 });
    expect(frontier.next(299)).toBeNull();
    expect(frontier.next(300)?.id).toBe(3);
    expect(frontier.next(1000)).toBeNull();
  });

  it('gives out nothing of a paused host, and everything of the others', () => {
    const frontier = createFrontier({ perHost: 9, minGap: 0 });
    frontier.add(target(1));
    frontier.add(target(2, 'https://b.example'));
    frontier.pause('https://a.example', 1000);
    expect(frontier.next(0)?.id).toBe(2);
    expect(frontier.next(999)).toBeNull();
    expect(frontier.wakeAt()).toBe(1000);
    expect(frontier.next(1000)?.id).toBe(1);
  });

  it('holds a target back until its time, and the others not', () => {
    const frontier = createFrontier({ perHost: 9, minGap: 0 });
    frontier.addLater(target(1), 500);
    frontier.add(target(2));
    expect(frontier.next(0)?.id).toBe(2);
    expect(frontier.next(499)).toBeNull();
    expect(frontier.next(500)?.id).toBe(1);
  });

  it('gives back all that waits for a host', () => {
    const frontier = createFrontier({ perHost: 9, minGap: 0 });
    frontier.add(target(1));
    frontier.addLater(target(2), 500);
    frontier.add(target(3, 'https://b.example'));
    expect(frontier.drain('https://a.example').map(({ id }) => id)).toEqual([1, 2]);
    expect(frontier.waiting()).toBe(1);
    expect(frontier.origins()).toEqual(['https://b.example']);
  });

  it('never breaks its promises, whatever happens in whatever order', () => {
    const event = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), host: fc.nat(3) }),
      fc.record({ kind: fc.constant('later' as const), host: fc.nat(3), delay: fc.nat(300) }),
      fc.record({ kind: fc.constant('pause' as const), host: fc.nat(3), delay: fc.nat(300) }),
      fc.record({ kind: fc.constant('take' as const) }),
      fc.record({ kind: fc.constant('done' as const) }),
      fc.record({ kind: fc.constant('wait' as const), delay: fc.nat(100) }),
    );
    const property = fc.property(
      fc.array(event, { maxLength: 200 }),
      fc.integer({ min: 1, max: 3 }),
      fc.nat(50),
      (events, perHost, minGap) => {
        const frontier = createFrontier({ perHost, minGap });
        const origin = (host: number): string => `https://${host}.example`;
        const underWay: Target[] = [];
        const lastStart = new Map<string, number>();
        const pausedUntil = new Map<string, number>();
        const dueAt = new Map<number, number>();
        let added = 0;
        let taken = 0;
        let now = 0;
        const take = (): boolean => {
          const next = frontier.next(now);
          if (next === null) return false;
          taken++;
          expect(now).toBeGreaterThanOrEqual((lastStart.get(next.origin) ?? -Infinity) + minGap);
          expect(now).toBeGreaterThanOrEqual(pausedUntil.get(next.origin) ?? 0);
          expect(now).toBeGreaterThanOrEqual(dueAt.get(next.id) ?? 0);
          lastStart.set(next.origin, now);
          underWay.push(next);
          expect(underWay.filter((other) => other.origin === next.origin).length).toBeLessThanOrEqual(
            perHost,
          );
          return true;
        };
        for (const step of events) {
          switch (step.kind) {
            case 'add':
              frontier.add(target(added++, origin(step.host)));
              break;
            case 'later':
              dueAt.set(added, now + step.delay);
              frontier.addLater(target(added++, origin(step.host)), now + step.delay);
              break;
            case 'pause':
              pausedUntil.set(
                origin(step.host),
                Math.max(pausedUntil.get(origin(step.host)) ?? 0, now + step.delay),
              );
              frontier.pause(origin(step.host), now + step.delay);
              break;
            case 'take':
              take();
              break;
            case 'done': {
              const finished = underWay.shift();
              if (finished !== undefined) frontier.done(finished, now);
              break;
            }
            case 'wait':
              now += step.delay;
          }
          expect(frontier.waiting()).toBe(added - taken);
        }
        for (let round = 0; taken < added && round < 5000; round++) {
          while (take());
          for (const finished of underWay.splice(0)) frontier.done(finished, now);
          const wake = frontier.wakeAt();
          now = Math.max(now, wake ?? now);
        }
        expect(taken).toBe(added);
      },
    );
    fc.assert(property, { numRuns: 300 });
  });
});
