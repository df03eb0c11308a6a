import { isFileUrl } from '../../kit/urls/file-url.js';
import type { Role, Withheld, Withholding } from '../../model/resource.js';
import { isMadeUp, type Target } from '../../model/target.js';
import { howToAsk } from '../targets/how-to-ask.js';
import { createRobotsTarget, createTarget, isService } from '../targets/create-target.js';
import type { CandidateUrl } from '../scope/candidates.js';
import { noteLeftOut } from './left-out.js';
import { isWalked, noteTarget, noteWithheld } from '../targets/resource.js';
import type { WalkState } from '../state/walk-state.js';

/** Makes a target of a candidate that may be asked for, if its source's limits allow. */
export function enqueue(state: WalkState, candidate: CandidateUrl, source: string | null, role: Role): void {
  const { id, lead, written, hops } = candidate;
  if (source !== null && !isMadeUp({ role }) && !countPage(state, source)) {
    if (noteLeftOut(state, source)) withhold(state, candidate, source, 'limit', 'max-pages');
    return;
  }
  const asking = howToAsk(lead.url, lead.kind, source !== null);
  const wholeDocuments = state.plan.deep && isWalked({ source, role });
  const known = { id, url: lead.url, source, role };
  pass(state, createTarget({ ...known, ...asking, wholeDocuments, hops, written }));
}

/** Writes down that a URL is not asked for, and why. */
export function withhold(
  state: WalkState,
  { id, lead, written }: CandidateUrl,
  source: string | null,
  by: Withholding,
  detail: string,
): void {
  const resource = noteWithheld({ id, url: lead.url, source, written }, by, detail);
  state.ports.recorder.record(resource);
}

/** Passes a target on to the frontier, unless something known by now forbids it or robots.txt is still to be read. */
export function pass(state: WalkState, target: Target): void {
  const { robots, ports } = state;
  if (isService(target)) {
    ports.frontier.add(target);
    return;
  }
  const withheld = withholdingOf(state, target);
  if (withheld !== null) {
    ports.recorder.record(noteTarget(target, withheld));
  } else if (isRobotsUnknown(state, target)) {
    if (robots.hold(target)) ports.frontier.add(createRobotsTarget(target, `${target.origin}/robots.txt`, 0));
  } else if (ports.memory?.hasFailed(target.url) === true) {
    // What waits for a time that has come goes before what is queued.
    ports.frontier.addLater(target, ports.now());
  } else {
    ports.frontier.add(target);
  }
}

/** What is known by now that forbids asking for a target; `null` if nothing does. */
export function withholdingOf(
  state: WalkState,
  target: Pick<Target, 'url' | 'origin' | 'source'>,
): Withheld | null {
  const { throttledHosts, sessions, robots } = state;
  if (throttledHosts.hasGivenUp(target.origin)) return withheldBy('throttled');
  if (sessions.hasEnded(target.source)) return withheldBy('session', sessions.detailOf(target.source));
  const rules = heedsRobots(state, target) ? robots.rules(target.origin) : null;
  if (rules === null || rules.allows(target.url)) return null;
  return withheldBy('robots', rules.unavailable === undefined ? '' : String(rules.unavailable));
}

function withheldBy(by: Withholding, detail = ''): Withheld {
  return { kind: 'withheld', by, detail };
}

function isRobotsUnknown(state: WalkState, target: Target): boolean {
  return !isFileUrl(target.url) && heedsRobots(state, target) && state.robots.rules(target.origin) === null;
}

/** What another source has learnt of the same host has no say: it may come before or after. */
function heedsRobots({ scope }: WalkState, { source, origin }: Pick<Target, 'source' | 'origin'>): boolean {
  return scope.heedsRobots(source, origin);
}

/** Counts a page of a source; says whether its limit still allowed it. */
function countPage(state: WalkState, source: string): boolean {
  const config = state.scope.source(source);
  if (config === null) return true;
  const asked = state.pagesAsked.get(config.id) ?? 0;
  if (config.maxPages !== undefined && asked >= config.maxPages) return false;
  state.pagesAsked.set(config.id, asked + 1);
  return true;
}
