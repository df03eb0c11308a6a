import { identifyHref, originOf } from '../../kit/urls/url.js';
import type { Answer } from '../../model/fetch.js';
import type { Failed } from '../../model/resource.js';
import type { Target } from '../../model/target.js';
import { createRobotsTarget } from '../targets/create-target.js';
import { pass } from '../admission/enqueue.js';
import {
  isFailure,
  isHang,
  isHostDown,
  isThrottled,
  isTurnedAway,
  nextStep,
  withholdingBehind,
  type NextStep,
} from '../targets/next-step.js';
import { noteTarget, noteWithheld } from '../targets/resource.js';
import { noteCutOff, settle } from './settle.js';
import type { Pace } from '../../model/walk.js';
import type { WalkState } from '../state/walk-state.js';

const robotsHops = 5;

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
  const { ports, counts } = state;
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
  switch (step.kind) {
    case 'ask-by-get':
      target.method = 'GET';
      target.appetite = 'whole';
      ports.frontier.add(target);
      return;
    case 'wait':
      if (wait(state, target, origin, step.milliseconds)) await settle(state, target, answer, base);
      return;
    case 'again':
      target.throttled++;
      ports.frontier.addLater(target, ports.now() + step.milliseconds);
      return;
    case 'retry':
      if (isWorthRetrying(state, target)) ports.frontier.addLater(target, ports.now() + step.milliseconds);
      else state.downHosts.park(target);
      return;
    case 'confirm':
      counts.failing++;
      state.toConfirm.add(target);
      await settle(state, target, answer, base);
      return;
    case 'settle':
      counts.checked++;
      if (target.confirming && !isFailure(answer.outcome)) counts.failing--;
      await settle(state, target, answer, base);
      noteSession(state, target);
  }
}

/** What is asked for on behalf of others is not retried at once: they wait for it, and there is a further round. */
function stepOf({ plan, ports, downHosts }: WalkState, target: Target, answer: Answer): NextStep {
  const step = nextStep(target, answer, plan.limits, ports.random());
  return step.kind === 'retry' && downHosts.isChosen(target) ? { kind: 'confirm' } : step;
}

/** Settles targets of an unreachable host without asking for each: they fail as the one that was asked for did. */
export function settleUnreachable(state: WalkState, targets: readonly Target[], reason: Failed): void {
  for (const target of targets) {
    state.counts.checked++;
    state.counts.failing++;
    state.ports.recorder.record(noteTarget(target, reason));
  }
}

/** One target of a host that hangs is given all its tries, since it may only be slow to start; the others wait for it. */
function isWorthRetrying({ downHosts }: WalkState, { origin }: Target): boolean {
  const reason = downHosts.reason(origin);
  return reason === null || isHang(reason);
}

/** Waits as a host asks, unless it has asked too often: then it is left alone. Says whether it is left alone. */
function wait(state: WalkState, target: Target, origin: string, milliseconds: number): boolean {
  const { ports, throttledHosts } = state;
  const now = ports.now();
  ports.frontier.pause(origin, now + milliseconds);
  if (throttledHosts.asked(origin, now + milliseconds, now)) {
    for (const other of ports.frontier.drain(origin)) pass(state, other);
    return true;
  }
  target.throttled++;
  ports.frontier.add(target);
  return false;
}

/** What may only have been too much for the host is no failure of the target. */
function noteAttempt({ busyHosts }: WalkState, target: Target, origin: string, answer: Answer): void {
  const { attempt, outcome } = answer;
  const wasTooMuch =
    isThrottled(answer) || (isTurnedAway(outcome) && busyHosts.isTooMuch(origin, attempt.at));
  target.attempts.push(wasTooMuch ? { ...attempt, throttled: true } : attempt);
}

function noteHost(state: WalkState, target: Target, origin: string, answer: Answer): void {
  const { attempt, outcome, retryAfter } = answer;
  const { downHosts, throttledHosts, latency, ports, plan } = state;
  const known = latency.get(origin) ?? attempt.took;
  latency.set(origin, known + (attempt.took - known) / 8);
  if (retryAfter !== null)
    ports.frontier.pause(origin, ports.now() + Math.min(retryAfter, plan.limits.maxWait));
  if (outcome.kind === 'fetched' && !isTurnedAway(outcome)) throttledHosts.answered(origin);
  const pace = paceAfter(state, target, origin, answer);
  if (pace !== null) ports.frontier.pace(origin, pace);
  if (!isHostDown(outcome) && !isHang(outcome)) downHosts.answered(origin);
  else if (outcome.kind === 'failed' && downHosts.failed(origin, outcome)) {
    for (const waiting of ports.frontier.drain(origin)) {
      if (downHosts.isChosen(waiting)) ports.frontier.add(waiting);
      else downHosts.park(waiting);
    }
  }
}

/** The pace at which a host is to be asked after an answer; `null` for the same as before. */
function paceAfter(
  { busyHosts, ports }: WalkState,
  target: Target,
  origin: string,
  answer: Answer,
): Pace | null {
  const { attempt, outcome } = answer;
  const asked = { target, origin, since: attempt.at, now: ports.now() };
  if (isHang(outcome)) return busyHosts.hung(asked);
  if (isTurnedAway(outcome)) return busyHosts.refused(asked, isThrottled(answer));
  // Often something in front of the host answers for it here.
  if (target.role === 'robots') return null;
  return outcome.kind === 'failed' ? null : busyHosts.answered(origin, attempt.took);
}

/** Now and then the canary is asked for, to know whether what was just seen was seen signed in. */
function noteSession({ sessions, ports }: WalkState, target: Target): void {
  const canary = sessions.settled(target);
  // Ahead of everything queued: the longer it takes, the more is in doubt.
  if (canary !== null) ports.frontier.addLater(canary, ports.now());
}

/** The canary answered: if the session has ended, what was seen since it was last alive does not count. */
function hearCanary(state: WalkState, canary: Target, answer: Answer): void {
  const { sessions, ports, limitsReached } = state;
  const wasAlive = !sessions.hasEnded(canary.source);
  const doubtful = sessions.heard(canary, answer);
  if (!wasAlive || !sessions.hasEnded(canary.source)) return;
  limitsReached.add('session-ended');
  const detail = sessions.detailOf(canary.source);
  for (const target of doubtful) ports.recorder.record(noteWithheld(target, 'session', detail));
  for (const origin of ports.frontier.origins()) {
    for (const waiting of ports.frontier.drain(origin)) pass(state, waiting);
  }
}

/**
 * Everything on a host depends on its robots.txt, so trouble that often passes is given as much time as for a page. That a host
 * cannot be reached at all is told by its pages.
 */
function hearRobots(state: WalkState, target: Target, answer: Answer): void {
  const { plan, ports } = state;
  const step = nextStep(target, answer, plan.limits, ports.random());
  const costsNoTry = step.kind === 'wait' || step.kind === 'again';
  const mayPass = costsNoTry || (step.kind === 'retry' && !isHostDown(answer.outcome));
  if (!mayPass) {
    openGate(state, target, answer);
    return;
  }
  if (costsNoTry) target.throttled++;
  ports.frontier.addLater(target, ports.now() + step.milliseconds);
}

/**
 * The robots.txt of an origin came, or a redirect to it, or nothing: what was held for it is released. What it forbids is not asked
 * for because this machine could not ask for it.
 */
function openGate(state: WalkState, target: Target, answer: Answer): void {
  const { robots, ports, plan } = state;
  const ours = answer.outcome.kind === 'failed' ? withholdingBehind(answer.outcome) : null;
  if (ours?.by === 'limit') {
    noteCutOff(state, ours);
    for (const held of robots.giveUp(target.origin)) ports.recorder.record(noteTarget(held, ours));
    return;
  }
  const elsewhere = answer.location === null ? null : identifyHref(answer.location);
  if (elsewhere !== null && target.hops < robotsHops) {
    ports.frontier.add(createRobotsTarget(target, elsewhere, target.hops + 1));
    return;
  }
  const rules = ports.robotsOf(answer);
  if (rules.crawlDelay !== null)
    ports.frontier.slowDown(target.origin, Math.min(rules.crawlDelay, plan.limits.maxWait));
  for (const held of robots.open(target.origin, rules)) pass(state, held);
}
