import { createHeap, type Heap } from '../kit/collections/heap.js';
import { createQueue, type Queue } from '../kit/collections/queue.js';
import type { Target } from '../model/target.js';
import type { Pace } from '../model/walk.js';

/** How politely hosts are treated; times in milliseconds. */
export interface Politeness {
  /** Requests under way to one host. */
  readonly perHost: number;
  /** Between the starts of two requests to one host. */
  readonly minGap: number;
}

/** One host: what waits for it, and when it may be asked again. */
export interface Host {
  readonly origin: string;
  readonly queue: Queue<Target>;
  /** Targets with a time of their own, by that time. */
  readonly later: Heap<Target>;
  readonly perHost: number;
  gap: number;
  pace: Pace;
  underWay: number;
  /** No request may start before. */
  opensAt: number;
  /** Whether it is in the ring of hosts that may start something. */
  inRing: boolean;
  /** When it wakes among the sleepers; infinity if it is not one of them. */
  wakesAt: number;
  /** The latest time that was passed in. */
  lastSeen: number;
}

/** A host that was not asked for anything yet. */
export function createHost(origin: string, { perHost, minGap }: Politeness): Host {
  return {
    origin,
    queue: createQueue(),
    later: createHeap(),
    perHost,
    gap: minGap,
    pace: { atOnce: perHost, gap: 0 },
    underWay: 0,
    opensAt: Number.NEGATIVE_INFINITY,
    inRing: false,
    wakesAt: Number.POSITIVE_INFINITY,
    lastSeen: Number.NEGATIVE_INFINITY,
  };
}

/** Milliseconds between the starts of two requests. */
export function gapOf({ gap, pace }: Host): number {
  return Math.max(gap, pace.gap);
}

function atOnceOf({ perHost, pace }: Host): number {
  return Math.min(perHost, pace.atOnce);
}

/** Whether a request may start now. */
export function mayStart(host: Host, now: number): boolean {
  if (host.underWay >= atOnceOf(host) || host.opensAt > now) return false;
  const later = host.later.least();
  return host.queue.size() > 0 || (later !== null && later <= now);
}

/** When a request may start if nothing is added or done until then; `null` if never. */
export function wakeAt(host: Host, now: number): number | null {
  if (host.underWay >= atOnceOf(host)) return null;
  const later = host.later.least();
  const due = host.queue.size() > 0 ? now : later;
  return due === null ? null : Math.max(due, host.opensAt);
}
