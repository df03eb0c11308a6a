import { identifyHref } from '../../kit/urls/url.js';
import type { Answer } from '../../model/fetch.js';
import type { Target } from '../../model/target.js';
import { pass } from '../admission/enqueue.js';
import { createRobotsTarget } from '../targets/create-target.js';
import { isHostDown, nextStep, withholdingBehind } from '../targets/next-step.js';
import { noteTarget } from '../targets/resource.js';
import type { WalkState } from '../state/walk-state.js';
import { noteCutOff } from './settle.js';

/** Redirects in a row from a robots.txt that are followed (RFC 9309 §2.3.1.2). */
const robotsHops = 5;

/**
 * Everything on a host depends on its robots.txt, so trouble that often passes is given as much time as for a page. That a host
 * cannot be reached at all is told by its pages.
 */
export function hearRobots(state: WalkState, target: Target, answer: Answer): void {
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
 * The robots.txt of an origin came, or a redirect to it, or nothing: what was held for it is released. What it forbids is not
 * asked for because this machine could not ask for it.
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
