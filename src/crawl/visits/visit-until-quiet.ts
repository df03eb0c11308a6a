import type { Begun } from '../../model/fetch.js';
import type { Target } from '../../model/target.js';
import type { WalkPorts } from '../../model/walk.js';
import { createRoom } from './room.js';
import { createSlots } from './slots.js';

type Ports = Pick<WalkPorts, 'frontier' | 'now' | 'after' | 'signal'>;

/** The two halves of a visit. */
export interface Visit<Answer> {
  readonly ask: (target: Target, begun: Begun) => Promise<Answer>;
  readonly take: (target: Target, answer: Answer) => Promise<void>;
  /** Bytes that an answer holds until it is taken in. */
  readonly weigh: (answer: Answer) => number;
}

/** Answers that may wait to be taken in, for each target that may be asked for at once: so there is always one to take in. */
const inHandPerAsked = 4;
/** Bytes: while the answers that wait hold more than this, nothing is asked for. */
const heaviestInHand = 33_554_432;
/** Bytes of the documents that come in and are read. */
const mostOfDocuments = 209_715_200;

/**
 * Asks for up to `concurrency` targets at once, and for more where answers take long to begin, as the frontier gives them out,
 * until nothing waits and nothing is under way, or until the signal asks to stop and what is under way has ended. While an answer
 * is taken in, another target may already be asked for, unless too many answers, or too large ones, wait. Documents that are kept
 * whole wait for one another before too many of them come in.
 */
export function visitUntilQuiet<Answer>(
  { frontier, now, after, signal }: Ports,
  concurrency: number,
  { ask, take, weigh }: Visit<Answer>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const slots = createSlots(concurrency);
    const room = createRoom(mostOfDocuments);
    let inHand = 0;
    let bytesInHand = 0;
    let alarm: { readonly at: number; readonly cancel: () => void } | null = null;

    const end = (finish: () => void): void => {
      alarm?.cancel();
      signal.removeEventListener('abort', pump);
      finish();
    };
    const visit = async (target: Target): Promise<void> => {
      const slot = slots.take(now());
      const visitor = room.enter();
      const answer = await ask(target, (holds) => {
        slots.begin(slot);
        return visitor.take(holds);
      });
      const bytes = weigh(answer);
      slots.release(slot);
      inHand++;
      bytesInHand += bytes;
      // What an answer says about its host is noted immediately, before anything else is asked for.
      const taken = take(target, answer);
      pump();
      await taken;
      inHand--;
      bytesInHand -= bytes;
      visitor.leave();
      pump();
    };
    const canTakeMore = (): boolean =>
      inHand < concurrency * inHandPerAsked && bytesInHand <= heaviestInHand && !signal.aborted;
    const hasRoom = (): boolean => canTakeMore() && slots.hasRoom(now());
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
      if (slots.taken() + inHand === 0 && (signal.aborted || frontier.waiting() === 0)) end(resolve);
      else if (canTakeMore()) {
        const wake = slots.hasRoom(now()) ? frontier.wakeAt() : slots.opensAt();
        if (wake !== null) setAlarm(wake);
      }
    }

    signal.addEventListener('abort', pump);
    pump();
  });
}

function asError(bug: unknown): Error {
  return bug instanceof Error ? bug : new Error(String(bug));
}
