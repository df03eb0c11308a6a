import type { Answer } from '../../model/fetch.js';
import type { Target } from '../../model/target.js';
import type { Pace } from '../../model/walk.js';
import { isHang, isHostDown, isThrottled, isTurnedAway } from '../targets/next-step.js';
import type { WalkState } from '../state/walk-state.js';

/** Notes what an answer tells of its host, whatever it tells of the target: from now on the host is asked accordingly. */
export function noteHost(state: WalkState, target: Target, origin: string, answer: Answer): void {
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
