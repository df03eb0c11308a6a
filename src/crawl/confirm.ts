import type { Target } from '../model/target.js';
import { settleUnreachable } from './visit.js';
import type { WalkState } from './walk-state.js';

/** A host that goes down again and again is not waited for any longer. */
const maxRounds = 4;

/**
 * Asks for every failure once more before it is reported: what recovers is flaky, not broken. A page that recovers has links
 * of its own, so there may be further failures. One target of a host that is down is asked for, and the others share its fate.
 */
export async function confirmFailures(state: WalkState, visitAll: () => Promise<void>): Promise<void> {
  for (let round = 0; round < maxRounds && hasFailures(state); round++) {
    const { asked, behind } = chooseAsked(state);
    for (const target of asked) askOnceMore(state, target);
    await visitAll();
    for (const target of behind) shareFate(state, target);
    await visitAll();
  }
  settleParked(state);
}

function hasFailures({ toConfirm, downHosts, ports }: WalkState): boolean {
  return !ports.signal.aborted && (toConfirm.size > 0 || downHosts.origins().length > 0);
}

/** Everything that failed on hosts that answer; one target of each host that does not. */
function chooseAsked(state: WalkState): { asked: readonly Target[]; behind: readonly Target[] } {
  const { toConfirm, downHosts } = state;
  const failures = [...toConfirm, ...downHosts.origins().flatMap((origin) => downHosts.release(origin))];
  toConfirm.clear();
  const represented = new Set<string>();
  const asked: Target[] = [];
  const behind: Target[] = [];
  for (const target of failures) {
    const isDown = downHosts.reason(target.origin) !== null;
    if (isDown && represented.has(target.origin)) behind.push(target);
    else asked.push(target);
    represented.add(target.origin);
  }
  return { asked, behind };
}

/** The host of a target was asked once more: if it is up again the target is asked for too, else it fails likewise. */
function shareFate(state: WalkState, target: Target): void {
  const reason = state.downHosts.reason(target.origin);
  if (reason === null) askOnceMore(state, target);
  else settleUnreachable(state, [target], reason);
}

function askOnceMore({ ports, plan, downHosts }: WalkState, target: Target): void {
  const { limits } = plan;
  const last = target.attempts.at(-1);
  const isDown = downHosts.reason(target.origin) !== null;
  target.confirming = isDown || last !== undefined;
  target.method = 'GET';
  // Trouble that often passes is given time to pass; a "not found" is not.
  const isPassing = isDown || (last !== undefined && (typeof last.result === 'string' || last.result >= 500));
  if (isPassing)
    ports.frontier.addLater(target, (last?.at ?? ports.now()) + limits.backoff * 2 ** limits.retries);
  else ports.frontier.add(target);
}

function settleParked(state: WalkState): void {
  for (const origin of state.downHosts.origins()) {
    const reason = state.downHosts.reason(origin);
    if (reason !== null) settleUnreachable(state, state.downHosts.release(origin), reason);
  }
}
