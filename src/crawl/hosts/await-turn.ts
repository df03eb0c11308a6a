import type { WalkPorts } from '../../model/walk.js';

/** Waits until a host may be sent a request that is not in its queue, or until the walk is stopped. */
export function awaitTurn(
  { frontier, now, after, signal }: Pick<WalkPorts, 'frontier' | 'now' | 'after' | 'signal'>,
  origin: string,
): Promise<void> {
  const wait = frontier.reserve(origin, now()) - now();
  if (wait <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      cancel();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const cancel = after(wait, end);
    signal.addEventListener('abort', end);
  });
}
