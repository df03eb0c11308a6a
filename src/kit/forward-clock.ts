/**
 * A clock that never goes back: where the one it reads is set back, it goes on from where it was. What waits until a time would
 * wait that much longer otherwise. Milliseconds.
 */
export function createForwardClock(read: () => number): () => number {
  let lead = 0;
  let latest = Number.NEGATIVE_INFINITY;
  return () => {
    const time = read() + lead;
    if (time < latest) lead += latest - time;
    else latest = time;
    return latest;
  };
}
