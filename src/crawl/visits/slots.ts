/** One of the requests under way. */
export interface Slot {
  readonly since: number;
}

/**
 * The requests that may be under way together. One that gets no answer for long costs next to nothing, so its slot goes to
 * another; the number of those that wait like that is limited too. Once its answer begins, it takes a slot again, even if none is
 * free: if many bodies shared a slow connection, none would arrive in time.
 */
export interface Slots {
  readonly hasRoom: (now: number) => boolean;
  readonly take: (now: number) => Slot;
  /** The answer begins. */
  readonly begin: (slot: Slot) => void;
  readonly release: (slot: Slot) => void;
  /** When one more will have been waited for long enough to give its slot away; `null` if that is of no use. */
  readonly opensAt: () => number | null;
  /** How many requests are under way. */
  readonly taken: () => number;
}

/** Milliseconds: most answers have begun by then. */
const longWait = 1000;
/** For each slot. Each takes a file descriptor. */
const waitingPerSlot = 4;
const mostWaiting = 256;

/** So many slots, all of them free. Times are in milliseconds. */
export function createSlots(count: number): Slots {
  /** Without an answer yet, oldest first. */
  const asking = new Set<Slot>();
  const answering = new Set<Slot>();
  /** They have given their slots away. */
  const waiting = new Set<Slot>();
  const mayWait = Math.min(count * waitingPerSlot, mostWaiting);
  const isFree = (): boolean => asking.size + answering.size < count;

  const giveAway = (now: number): void => {
    for (const slot of asking) {
      if (waiting.size >= mayWait || slot.since + longWait > now) return;
      asking.delete(slot);
      waiting.add(slot);
    }
  };

  return {
    hasRoom: (now) => {
      if (!isFree()) giveAway(now);
      return isFree();
    },
    take: (now) => {
      const slot = { since: now };
      asking.add(slot);
      return slot;
    },
    begin: (slot) => {
      if (asking.delete(slot) || waiting.delete(slot)) answering.add(slot);
    },
    release: (slot) => {
      for (const some of [asking, answering, waiting]) some.delete(slot);
    },
    opensAt: () => {
      if (isFree() || waiting.size >= mayWait) return null;
      const [oldest] = asking;
      return oldest === undefined ? null : oldest.since + longWait;
    },
    taken: () => asking.size + answering.size + waiting.size,
  };
}
