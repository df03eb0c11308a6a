import { identifyHref, originOf } from '../kit/urls/url.js';
import type { Begun } from '../model/fetch.js';
import type { Target } from '../model/target.js';
import type { Followed } from '../model/walk.js';
import { confirmFailures } from './confirm.js';
import { pass, withholdingOf } from './admission/enqueue.js';
import { findLoops } from './loops.js';
import { awaitTurn } from './hosts/await-turn.js';
import { takeAnswer } from './visits/take-answer.js';
import type { Redirect, WalkState } from './state/walk-state.js';

/**
 * A redirect that leads back to itself, or to a page that asks for cookies, may only want a cookie: follows it as a browser
 * would before it is reported. What is read then has links, perhaps to more of the same kind, so this repeats until there are
 * none.
 */
export async function retraceRedirects(state: WalkState, visitAll: () => Promise<void>): Promise<void> {
  const { ports, redirects, retraced } = state;
  while (!ports.signal.aborted) {
    const isNew = ({ id, role }: Target): boolean => role !== 'probe' && !retraced.has(id);
    const walled = findWalled(state).filter(isNew);
    const loops = findLoops(redirects).filter(isNew);
    if (loops.length + walled.length === 0) return;
    for (const { id } of loops) retraced.set(id, 'loop');
    for (const { id } of walled) retraced.set(id, 'wall');
    for (const target of new Set([...loops, ...walled])) pass(state, target);
    await visitAll();
    await confirmFailures(state, visitAll);
  }
}

/** Asks for a redirect as a browser does, and for what it leads to with the cookies it sets. */
export function follow(state: WalkState, target: Target, begun: Begun): Promise<Followed> {
  const { ports, scope } = state;
  // It is not a target of the frontier, but a request like any other.
  const mayAsk = async (url: string): Promise<boolean> => {
    if (scope.decide({ url, kind: 'redirect', fragment: null, from: target.source }).kind !== 'ask')
      return false;
    const origin = originOf(url);
    if (withholdingOf(state, { url, origin, source: target.source }) !== null) return false;
    await awaitTurn(ports, origin);
    return !ports.signal.aborted;
  };
  return ports.follow(target, ports.signal, mayAsk, begun);
}

/** Takes in what is at the end of a redirect that was followed, unless it says no more than was known before. */
export async function takeFollowed(
  state: WalkState,
  target: Target,
  { answer, url }: Followed,
): Promise<void> {
  const returns = identifyHref(url) === target.url;
  // If it ends elsewhere, the cookie wall led there before, which is no fault of this address.
  if (!returns && (state.retraced.get(target.id) === 'wall' || answer.outcome.kind === 'failed')) return;
  if (answer.location === null) {
    state.redirects.delete(target.id);
    await takeAnswer(state, target, answer, url);
  } else {
    target.attempts.push(answer.attempt);
  }
}

/** The targets whose redirects end at a page that asks for cookies. */
function findWalled({ redirects, walls }: WalkState): readonly Target[] {
  if (walls.size === 0) return [];
  return [...redirects.values()]
    .filter((redirect) => walls.has(endOf(redirect, redirects)))
    .map(({ target }) => target);
}

function endOf({ to }: Redirect, redirects: ReadonlyMap<number, Redirect>): number {
  const passed = new Set<number>();
  let end = to;
  for (let next = redirects.get(end); next !== undefined && !passed.has(end); next = redirects.get(end)) {
    passed.add(end);
    end = next.to;
  }
  return end;
}
