import type { Answer } from '../../model/fetch.js';
import type { Target } from '../../model/target.js';
import { pass } from '../admission/enqueue.js';
import { noteWithheld } from '../targets/resource.js';
import type { WalkState } from '../state/walk-state.js';

/** Now and then the canary is asked for, to know whether what was just seen was seen signed in. */
export function noteSession({ sessions, ports }: WalkState, target: Target): void {
  const canary = sessions.settled(target);
  // Ahead of everything queued: the longer it takes, the more is in doubt.
  if (canary !== null) ports.frontier.addLater(canary, ports.now());
}

/** The canary answered: if the session has ended, what was seen since it was last alive does not count. */
export function hearCanary(state: WalkState, canary: Target, answer: Answer): void {
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
