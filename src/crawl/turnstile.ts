import type { Target } from '../model/target.js';
import type { WalkPorts } from '../model/walk.js';

type Ports = Pick<WalkPorts, 'frontier' | 'now' | 'after' | 'signal'>;

/**
 * Lets so many targets be visited at once, as the frontier gives them out, until nothing waits and nothing is under way,
 * or until the signal asks to stop and what is under way has ended.
 */
export function visitUntilQuiet(
  { frontier, now, after, signal }: Ports,
  concurrency: number,
  visit: (target: Target) => Promise<void>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let underWay = 0;
    let alarm: { readonly at: number; readonly cancel: () => void } | null = null;

    const end = (finish: () => void): void => {
      alarm?.cancel();
      signal.removeEventListener('abort', pump);
      finish();
    };
    const left = (): void => {
      underWay--;
      pump();
    };
    const setAlarm = (at: number): void => {
      if (alarm !== null && alarm.at <= at) return;
      alarm?.cancel();
      const ring = (): void => {
        alarm = null;
        pump();
      };
      alarm = { at, cancel: after(Math.max(0, at - now()), ring) };
    };
    function pump(): void {
      while (underWay < concurrency && !signal.aborted) {
        const target = frontier.next(now());
        if (target === null) break;
        underWay++;
        visit(target).then(left, (bug: unknown) => end(() => reject(asError(bug))));
      }
      const wake = frontier.wakeAt();
      if (underWay === 0 && (signal.aborted || frontier.waiting() === 0)) end(resolve);
      else if (wake !== null && underWay < concurrency && !signal.aborted) setAlarm(wake);
    }

    signal.addEventListener('abort', pump);
    pump();
  });
}

function asError(bug: unknown): Error {
  return bug instanceof Error ? bug : new Error(String(bug));
}
