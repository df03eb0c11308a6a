/**
 * A clock in milliseconds that never goes back: if the one it reads is set back, it goes on from where it was. Otherwise whatever
 * waits for a time would wait that much longer.
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
