import { groupBy } from '../kit/collections/group-by.js';
import type { Failed } from '../model/resource.js';
import type { Target } from '../model/target.js';
import { isHang } from './targets/next-step.js';
import { noteTarget } from './targets/resource.js';
import type { WalkState } from './state/walk-state.js';

/** A host that goes down again and again is not waited for any longer. */
const maxRounds = 4;
/** A host that hangs may do so at some of its addresses only, or where it is asked for many at once. */
const askedOfHanging = 8;

/**
 * Asks for every failure once more before it is reported: what recovers is flaky, not broken. A page that recovers has links
 * of its own, so there may be further failures. Of a host that is down one target is asked for, or a few if it hangs, and what
 * becomes of them goes for the others.
 */
export async function confirmFailures(state: WalkState, visitAll: () => Promise<void>): Promise<void> {
  for (let round = 0; round < maxRounds && hasFailures(state); round++) {
    const { asked, behind } = chooseAsked(state);
    state.downHosts.choose(asked.filter(({ origin }) => isHanging(state, origin)));
    for (const target of asked) askOnceMore(state, target);
    await visitAll();
    state.downHosts.choose([]);
    for (const target of behind) shareFate(state, target);
    await visitAll();
  }
  await settleParked(state, visitAll);
}

function hasFailures({ toConfirm, downHosts, ports }: WalkState): boolean {
  return !ports.signal.aborted && (toConfirm.size > 0 || downHosts.hasParked());
}

/** Everything that failed on hosts that answer; one target, or a few, of each host that does not. */
function chooseAsked(state: WalkState): { asked: readonly Target[]; behind: readonly Target[] } {
  const { toConfirm, downHosts, busyHosts, ports } = state;
  const failures = [...toConfirm, ...downHosts.release()];
  toConfirm.clear();
  const asked: Target[] = [];
  const behind: Target[] = [];
  for (const [origin, targets] of groupBy(failures, (target) => target.origin)) {
    busyHosts.takeTime(origin);
    const reason = downHosts.reason(origin);
    const pace = isHanging(state, origin) ? busyHosts.silent(origin) : null;
    if (pace !== null) ports.frontier.pace(origin, pace);
    const chosen = new Set(reason === null ? targets : representativesOf(targets, reason));
    for (const target of targets) (chosen.has(target) ? asked : behind).push(target);
  }
  return { asked, behind };
}

function isHanging({ downHosts }: WalkState, origin: string): boolean {
  const reason = downHosts.reason(origin);
  return reason !== null && isHang(reason);
}

/** As few as are needed, taken evenly from all of them. */
function representativesOf(targets: readonly Target[], reason: Failed): readonly Target[] {
  const step = Math.ceil(targets.length / (isHang(reason) ? askedOfHanging : 1));
  return targets.filter((_, index) => index % step === 0);
}

/** The host of a target was asked once more: if it answers the target is asked for too, else it fails likewise. */
function shareFate(state: WalkState, target: Target): void {
  const { downHosts, counts, ports } = state;
  const reason = downHosts.reason(target.origin);
  if (reason === null) {
    askOnceMore(state, target);
    return;
  }
  counts.checked++;
  counts.failing++;
  ports.recorder.record(noteTarget(target, reason));
}

function askOnceMore({ ports, plan, downHosts }: WalkState, target: Target): void {
  const { limits } = plan;
  const last = target.attempts.at(-1);
  const reason = downHosts.reason(target.origin);
  // That a host hangs says less about a target that was never asked for than that it cannot be reached.
  const isDown = reason !== null && !isHang(reason);
  target.confirming = isDown || last !== undefined;
  target.method = 'GET';
  // What was too much before may be so again.
  target.throttled = 0;
  // Trouble that often passes is given time to pass; a "not found" is not.
  const isPassing = isDown || (last !== undefined && (typeof last.result === 'string' || last.result >= 500));
  const now = ports.now();
  const notBefore = (last?.at ?? now) + limits.backoff * 2 ** limits.retries;
  if (isPassing) ports.frontier.addLater(target, Math.max(notBefore, now));
  else ports.frontier.add(target);
}

/** After the last round a target fails as its host did, without a further try; if the host answers again, it is asked for. */
async function settleParked(state: WalkState, visitAll: () => Promise<void>): Promise<void> {
  const { downHosts, ports } = state;
  while (!ports.signal.aborted && downHosts.hasParked()) {
    for (const target of downHosts.release()) shareFate(state, target);
    await visitAll();
  }
}
