import { originOf } from '../kit/url.js';
import type { Role, Withholding } from '../model/resource.js';
import type { Target } from '../model/target.js';
import { howToAsk } from './asking.js';
import type { Candidate } from './candidates.js';
import { noteTarget, noteWithheld } from './resource.js';
import type { WalkState } from './walk-state.js';

const noTargets = new Uint32Array(0);

/** Makes a target of a candidate that may be asked for, if its source's limits allow. */
export function enqueue(state: WalkState, candidate: Candidate, source: string | null, role: Role): void {
  const { id, lead, written, hops } = candidate;
  if (role !== 'probe' && !countPage(state, source)) {
    state.limitsReached.add('max-pages');
    withhold(state, candidate, source, 'limit', 'max-pages');
    return;
  }
  pass(state, {
    id,
    url: lead.url,
    origin: originOf(lead.url),
    source,
    role,
    kind: lead.kind,
    ...howToAsk(lead.url, lead.kind, source !== null),
    hops,
    attempts: [],
    throttled: 0,
    confirming: false,
    written,
  });
}

/** Writes down that a URL is not asked for, and why. */
export function withhold(
  state: WalkState,
  { id, lead, written }: Candidate,
  source: string | null,
  by: Withholding,
  detail: string,
): void {
  const resource = noteWithheld({ id, url: lead.url, source, written }, by, detail);
  state.ports.recorder.record(resource, null, noTargets);
}

/** Passes a target on to the frontier, unless the robots.txt of its origin is not known yet or forbids it. */
export function pass(state: WalkState, target: Target): void {
  const { scope, robots, ports } = state;
  if (state.throttledHosts.hasGivenUp(target.origin)) {
    ports.recorder.record(
      noteTarget(target, { kind: 'withheld', by: 'throttled', detail: '' }, null, {}),
      null,
      noTargets,
    );
    return;
  }
  if (scope.source(target.source)?.robots !== true) {
    ports.frontier.add(target);
    return;
  }
  const rules = robots.rules(target.origin);
  if (rules === null) {
    if (robots.hold(target)) ports.frontier.add(robotsTarget(target, `${target.origin}/robots.txt`, 0));
  } else if (rules.allows(target.url)) {
    ports.frontier.add(target);
  } else {
    ports.recorder.record(noteWithheld(target, 'robots', 'robots.txt'), null, noTargets);
  }
}

/** The request for the robots.txt that a target has to wait for. */
export function robotsTarget(held: Pick<Target, 'origin' | 'source'>, url: string, hops: number): Target {
  return {
    id: -1,
    url,
    origin: held.origin,
    source: held.source,
    role: 'robots',
    kind: 'resource',
    method: 'GET',
    appetite: 'whole',
    hops,
    attempts: [],
    throttled: 0,
    confirming: false,
    written: null,
  };
}

/** Counts a page of a source; says whether its limit still allowed it. */
function countPage(state: WalkState, source: string | null): boolean {
  const config = state.scope.source(source);
  if (config === null) return true;
  const asked = state.pagesAsked.get(config.id) ?? 0;
  if (config.maxPages !== undefined && asked >= config.maxPages) return false;
  state.pagesAsked.set(config.id, asked + 1);
  return true;
}
