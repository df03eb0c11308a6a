/** One of the requests under way. */
export interface Slot {
  readonly since: number;
}

/**
 * The requests that may be under way together. One that gets no answer for long costs nothing but patience, so its slot goes to
 * another; the number of those that wait like that is limited too.
 */
export interface Slots {
  readonly hasRoom: (now: number) => boolean;
  readonly take: (now: number) => Slot;
  readonly release: (slot: Slot) => void;
  /** When one more will have been waited for long enough to give its slot away; `null` if that is of no use. */
  readonly opensAt: () => number | null;
  /** How many requests are under way. */
  readonly taken: () => number;
}

/** Milliseconds: most answers have come by then. */
const longWait = 1000;
/** For each slot. Each takes a file descriptor, and may still bring a body. */
const waitingPerSlot = 4;
const mostWaiting = 256;

/** So many slots, all of them free. Times are in milliseconds. */
export function createSlots(count: number): Slots {
  /** Oldest first. */
  const busy = new Set<Slot>();
  const waiting = new Set<Slot>();
  const mayWait = Math.min(count * waitingPerSlot, mostWaiting);

  const giveAway = (now: number): void => {
    for (const slot of busy) {
      if (waiting.size >= mayWait || slot.since + longWait > now) return;
      busy.delete(slot);
      waiting.add(slot);
    }
  };

  return {
    hasRoom: (now) => {
      if (busy.size >= count) giveAway(now);
      return busy.size < count;
    },
    take: (now) => {
      const slot = { since: now };
      busy.add(slot);
      return slot;
    },
    release: (slot) => {
      if (!busy.delete(slot)) waiting.delete(slot);
    },
    opensAt: () => {
      if (busy.size < count || waiting.size >= mayWait) return null;
      const [oldest] = busy;
      return oldest === undefined ? null : oldest.since + longWait;
    },
    taken: () => busy.size + waiting.size,
  };
}
