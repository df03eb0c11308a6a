/** Room for bodies that are kept whole: what comes when it is full waits for its turn, in the order in which it came. */
export interface Room {
  readonly enter: () => Visitor;
}

/** What one visitor takes of the room; nothing at first. */
export interface Visitor {
  /** Takes so many bytes in place of what it took before. Resolves when there is room for them; `null` if there is now. */
  readonly take: (bytes: number) => Promise<void> | null;
  /** Takes nothing any more, and waits for nothing. */
  readonly leave: () => void;
}

interface Share {
  readonly bytes: number;
  readonly grant: () => void;
}

/** Room for so many bytes; for one body, whatever its size. */
export function createRoom(size: number): Room {
  const holding = new Set<Share>();
  const waiting = new Set<Share>();
  let taken = 0;

  const admit = (): void => {
    for (const share of waiting) {
      if (holding.size > 0 && taken + share.bytes > size) return;
      waiting.delete(share);
      holding.add(share);
      taken += share.bytes;
      share.grant();
    }
  };
  const give = (share: Share): void => {
    waiting.delete(share);
    if (holding.delete(share)) taken -= share.bytes;
    admit();
  };
  const enter = (): Visitor => {
    let share: Share | null = null;
    const leave = (): void => {
      if (share !== null) give(share);
      share = null;
    };
    const take = (bytes: number): Promise<void> | null => {
      leave();
      if (bytes === 0) return null;
      let grant = (): void => undefined;
      const granted = new Promise<void>((resolve) => (grant = resolve));
      const taking = { bytes, grant };
      share = taking;
      waiting.add(taking);
      admit();
      return holding.has(taking) ? null : granted;
    };
    return { take, leave };
  };
  return { enter };
}
