import { createHeap } from '../kit/collections/heap.js';
import { isFileUrl } from '../kit/urls/file-url.js';
import { createQueue } from '../kit/collections/queue.js';
import type { Target } from '../model/target.js';
import type { Frontier } from '../model/walk.js';
import { createHost, gapOf, mayStart, wakeAt, type Host, type Politeness } from './host.js';

/** An empty frontier. Files of this machine need no gap between them. */
export function createFrontier(politeness: Politeness): Frontier {
  const hosts = new Map<string, Host>();
  const ready = createQueue<Host>();
  const asleep = createHeap<Host>();
  let waiting = 0;

  const hostOf = (origin: string): Host => {
    const known = hosts.get(origin);
    if (known !== undefined) return known;
    const host = createHost(origin, isFileUrl(`${origin}/`) ? { ...politeness, minGap: 0 } : politeness);
    hosts.set(origin, host);
    return host;
  };

  /** Puts a host where it belongs: in the ring if it may start something, among the sleepers if later. */
  const place = (host: Host, now: number): void => {
    if (host.inRing) return;
    if (mayStart(host, now)) {
      host.inRing = true;
      ready.push(host);
      return;
    }
    const wake = wakeAt(host, now);
    if (wake === null || host.wakesAt <= wake) return;
    host.wakesAt = wake;
    asleep.push(wake, host);
  };

  const wakeSleepers = (now: number): void => {
    for (let due = asleep.least(); due !== null && due <= now; due = asleep.least()) {
      const host = asleep.pop();
      if (host === null) return;
      host.wakesAt = Number.POSITIVE_INFINITY;
      place(host, now);
    }
  };

  const take = (host: Host, now: number): Target | null => {
    const later = host.later.least();
    const target = later !== null && later <= now ? host.later.pop() : (host.queue.shift() ?? null);
    if (target === null) return null;
    waiting--;
    host.underWay++;
    host.opensAt = Math.max(host.opensAt, now + gapOf(host));
    return target;
  };

  return {
    add: (target) => {
      const host = hostOf(target.origin);
      host.queue.push(target);
      waiting++;
      place(host, host.lastSeen);
    },
    addLater: (target, at) => {
      const host = hostOf(target.origin);
      host.later.push(at, target);
      waiting++;
      place(host, host.lastSeen);
    },
    next: (now) => {
      wakeSleepers(now);
      for (let host = ready.shift(); host !== undefined; host = ready.shift()) {
        host.inRing = false;
        host.lastSeen = now;
        const target = mayStart(host, now) ? take(host, now) : null;
        place(host, now);
        if (target !== null) return target;
      }
      return null;
    },
    done: (target, now) => {
      const host = hostOf(target.origin);
      host.underWay--;
      host.lastSeen = now;
      place(host, now);
    },
    pause: (origin, until) => {
      const host = hostOf(origin);
      host.opensAt = Math.max(host.opensAt, until);
    },
    slowDown: (origin, gap) => {
      const host = hostOf(origin);
      host.gap = Math.max(host.gap, gap);
    },
    pace: (origin, pace) => {
      const host = hostOf(origin);
      host.pace = pace;
      place(host, host.lastSeen);
    },
    reserve: (origin, now) => {
      const host = hostOf(origin);
      const at = Math.max(host.opensAt, now);
      host.opensAt = at + gapOf(host);
      return at;
    },
    drain: (origin) => {
      const host = hostOf(origin);
      const targets: Target[] = [];
      for (let next = host.queue.shift(); next !== undefined; next = host.queue.shift()) targets.push(next);
      for (let next = host.later.pop(); next !== null; next = host.later.pop()) targets.push(next);
      waiting -= targets.length;
      return targets;
    },
    wakeAt: () => asleep.least(),
    waiting: () => waiting,
    origins: () =>
      [...hosts.values()]
        .filter((host) => host.queue.size() + host.later.size() > 0)
        .map((host) => host.origin),
  };
}
