import type { Target } from '../model/target.js';
import type { WalkPorts } from '../model/walk.js';

type Ports = Pick<WalkPorts, 'frontier' | 'now' | 'after' | 'signal'>;

/** One visit, in its two halves. */
export interface Visit<Answer> {
  readonly ask: (target: Target) => Promise<Answer>;
  readonly take: (target: Target, answer: Answer) => Promise<void>;
}

/**
 * Lets so many targets be asked for at once, as the frontier gives them out, until nothing waits and nothing is under way,
 * or until the signal asks to stop and what is under way has ended. While an answer is taken in, another target may be
 * asked for already; as many answers may be in hand as targets may be asked for.
 */
export function visitUntilQuiet<Answer>(
  { frontier, now, after, signal }: Ports,
  concurrency: number,
  { ask, take }: Visit<Answer>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let asked = 0;
    let inHand = 0;
    let alarm: { readonly at: number; readonly cancel: () => void } | null = null;

    const end = (finish: () => void): void => {
      alarm?.cancel();
      signal.removeEventListener('abort', pump);
      finish();
    };
    const visit = async (target: Target): Promise<void> => {
      asked++;
      const answer = await ask(target);
      asked--;
      inHand++;
      // What an answer says about its host is noted at once, before anything else is asked for.
      const taken = take(target, answer);
      pump();
      await taken;
      inHand--;
      pump();
    };
    const hasRoom = (): boolean => asked < concurrency && inHand < concurrency && !signal.aborted;
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
      while (hasRoom()) {
        const target = frontier.next(now());
        if (target === null) break;
        visit(target).catch((bug: unknown) => end(() => reject(asError(bug))));
      }
      const wake = frontier.wakeAt();
      if (asked + inHand === 0 && (signal.aborted || frontier.waiting() === 0)) end(resolve);
      else if (wake !== null && hasRoom()) setAlarm(wake);
    }

    signal.addEventListener('abort', pump);
    pump();
  });
}

function asError(bug: unknown): Error {
  return bug instanceof Error ? bug : new Error(String(bug));
}
