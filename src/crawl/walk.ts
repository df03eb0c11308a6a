import type { Begun } from '../model/fetch.js';
import { isMadeUp, type Target } from '../model/target.js';
import type { Followed, Progress, WalkEnd, WalkPlan, WalkPorts } from '../model/walk.js';
import { admitListed, admitOwn, admitSeeds } from './admission/admit.js';
import { ask } from './visits/ask.js';
import { confirmFailures } from './confirm.js';
import { isService } from './targets/create-target.js';
import { noteWithheld } from './targets/resource.js';
import { follow, retraceRedirects, takeFollowed } from './retrace.js';
import { resume } from './resume.js';
import { visitUntilQuiet } from './visits/visit-until-quiet.js';
import { unlessStopped } from './visits/unless-stopped.js';
import { takeAnswer } from './visits/take-answer.js';
import { createWalkState, type WalkState } from './state/walk-state.js';

/**
 * Visits everything in scope once and failures a second time at the end, and records it all as it goes. Ends early, with what
 * was seen, when the signal asks. Never rejects because of what the web did.
 */
export async function walk(plan: WalkPlan, ports: WalkPorts): Promise<WalkEnd> {
  const state = createWalkState(plan, ports);
  const visitAll = (): Promise<void> =>
    visitUntilQuiet(ports, plan.limits.concurrency, {
      ask: (target, begun) => askFor(state, target, begun),
      take: (target, asked) => take(state, target, asked),
      weigh: (asked) => asked?.answer.body?.bytes.byteLength ?? 0,
    });

  const replay = resume(state);
  await askCanaries(state.sessions.first(), ports, visitAll);
  for (const source of plan.sources) admitSeeds(state, source);
  for (const address of plan.documents) admitListed(state, address);
  replay();
  await visitAll();
  await confirmFailures(state, visitAll);
  await retraceRedirects(state, visitAll);
  if (plan.probes) {
    for (const address of state.probes.addresses(ports.random)) admitOwn(state, address, 'probe');
    await visitAll();
  }
  for (const address of plan.searches) admitOwn(state, address, 'search');
  await visitAll();
  await confirmFailures(state, visitAll);
  await retraceRedirects(state, visitAll);
  await askCanaries(state.sessions.last(), ports, visitAll);
  noteUnreached(state);
  return { complete: state.limitsReached.size === 0, limitsReached: [...state.limitsReached].sort() };
}

async function askCanaries(
  canaries: readonly Target[],
  { frontier }: WalkPorts,
  visitAll: () => Promise<void>,
): Promise<void> {
  for (const canary of canaries) frontier.add(canary);
  await visitAll();
}

/** `null` if the walk was stopped meanwhile. */
async function askFor(state: WalkState, target: Target, begun: Begun): Promise<Followed | null> {
  const { ports, retraced } = state;
  const asked = await unlessStopped(ports.signal, async () =>
    retraced.has(target.id)
      ? follow(state, target, begun)
      : { answer: await ask(ports, target, begun), url: target.url },
  );
  ports.frontier.done(target, ports.now());
  return asked;
}

async function take(state: WalkState, target: Target, asked: Followed | null): Promise<void> {
  if (asked === null) state.interrupted.push(target);
  else if (state.retraced.has(target.id)) await takeFollowed(state, target, asked);
  else await takeAnswer(state, target, asked.answer);
  state.ports.onProgress(progressOf(state));
}

/** The run ended early: what still waited was never asked for, and is recorded as such. */
function noteUnreached(state: WalkState): void {
  const { ports, robots, downHosts, interrupted, limitsReached } = state;
  if (!ports.signal.aborted) return;
  limitsReached.add(typeof ports.signal.reason === 'string' ? ports.signal.reason : 'interrupted');
  const waiting = ports.frontier.origins().flatMap((origin) => ports.frontier.drain(origin));
  for (const target of [...waiting, ...robots.held(), ...downHosts.release(), ...interrupted]) {
    const isNoted = target.confirming || isService(target) || isMadeUp(target);
    if (!isNoted) ports.recorder.record(noteWithheld(target, 'unreached', ''));
  }
}

function progressOf({ counts, latency, ports }: WalkState): Progress {
  const { pages, checked, failing } = counts;
  return { pages, checked, failing, waiting: ports.frontier.waiting(), latency };
}
