import { originOf } from '../../kit/urls/url.js';
import type { Answer } from '../../model/fetch.js';
import type { Target } from '../../model/target.js';
import { pass } from '../admission/enqueue.js';
import {
  isFailure,
  isHang,
  isThrottled,
  isTurnedAway,
  nextStep,
  type NextStep,
} from '../targets/next-step.js';
import type { WalkState } from '../state/walk-state.js';
import { hearCanary, noteSession } from './hear-canary.js';
import { hearRobots } from './hear-robots.js';
import { noteHost } from './note-host.js';
import { settle } from './settle.js';

/**
 * Takes in the answer to a target that was asked for: waits, tries again, or settles it. `base`: where the answer came from, if
 * not from the target.
 */
export async function takeAnswer(
  state: WalkState,
  target: Target,
  answer: Answer,
  base: string = target.url,
): Promise<void> {
  const origin = base === target.url ? target.origin : originOf(base);
  noteHost(state, target, origin, answer);
  noteAttempt(state, target, origin, answer);
  if (target.role === 'robots') {
    hearRobots(state, target, answer);
    return;
  }
  if (target.role === 'canary') {
    hearCanary(state, target, answer);
    return;
  }
  const step = stepOf(state, target, answer);
  if (askAgain(state, target, origin, step)) return;
  countSettled(state, target, answer, step);
  await settle(state, target, answer, base);
  if (step.kind === 'settle') noteSession(state, target);
}

/** What is asked for on behalf of others is not retried at once: they wait for it, and there is a further round. */
function stepOf({ plan, ports, downHosts }: WalkState, target: Target, answer: Answer): NextStep {
  const step = nextStep(target, answer, plan.limits, ports.random());
  return step.kind === 'retry' && downHosts.isChosen(target) ? { kind: 'confirm' } : step;
}

/** Has a target asked for again, if that is the next step and its host may still be asked; says whether it was. */
function askAgain(state: WalkState, target: Target, origin: string, step: NextStep): boolean {
  const { ports, downHosts } = state;
  switch (step.kind) {
    case 'ask-by-get':
      target.method = 'GET';
      target.appetite = 'whole';
      ports.frontier.add(target);
      return true;
    case 'wait':
      if (pauseHost(state, origin, step.milliseconds)) return false;
      target.throttled++;
      ports.frontier.add(target);
      return true;
    case 'again':
      target.throttled++;
      ports.frontier.addLater(target, ports.now() + step.milliseconds);
      return true;
    case 'retry':
      if (isWorthRetrying(state, target)) ports.frontier.addLater(target, ports.now() + step.milliseconds);
      else downHosts.park(target);
      return true;
    case 'confirm':
    case 'settle':
      return false;
  }
}

/** A failure that is to be confirmed is not counted as checked yet. */
function countSettled(
  { counts, toConfirm }: WalkState,
  target: Target,
  answer: Answer,
  step: NextStep,
): void {
  if (step.kind === 'confirm') {
    counts.failing++;
    toConfirm.add(target);
  } else if (step.kind === 'settle') {
    counts.checked++;
    if (target.confirming && !isFailure(answer.outcome)) counts.failing--;
  }
}

/** One target of a host that hangs is given all its tries, since it may only be slow to start; the others wait for it. */
function isWorthRetrying({ downHosts }: WalkState, { origin }: Target): boolean {
  const reason = downHosts.reason(origin);
  return reason === null || isHang(reason);
}

/** Pauses a host as it asks. Says whether it has asked too often: then whatever waits for it is left alone. */
function pauseHost(state: WalkState, origin: string, milliseconds: number): boolean {
  const { ports, throttledHosts } = state;
  const now = ports.now();
  ports.frontier.pause(origin, now + milliseconds);
  const isOnceTooOften = throttledHosts.asked(origin, now + milliseconds, now);
  if (isOnceTooOften) for (const waiting of ports.frontier.drain(origin)) pass(state, waiting);
  return isOnceTooOften;
}

/** What may only have been too much for the host is no failure of the target. */
function noteAttempt({ busyHosts }: WalkState, target: Target, origin: string, answer: Answer): void {
  const { attempt, outcome } = answer;
  const wasTooMuch =
    isThrottled(answer) || (isTurnedAway(outcome) && busyHosts.isTooMuch(origin, attempt.at));
  target.attempts.push(wasTooMuch ? { ...attempt, throttled: true } : attempt);
}
