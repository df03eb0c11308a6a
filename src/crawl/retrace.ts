import { identifyHref } from '../kit/url.js';
import type { Answer } from '../model/fetch.js';
import type { Target } from '../model/target.js';
import { confirmFailures } from './confirm.js';
import { withholdingOf } from './enqueue.js';
import { findLoops } from './loops.js';
import { isFailure } from './next-step.js';
import { settle } from './settle.js';
import { awaitTurn } from './turn.js';
import { unlessStopped } from './unless-stopped.js';
import type { Redirect, WalkState } from './walk-state.js';

/**
 * A redirect that leads back to itself, or to a page that asks for cookies, may only want a cookie: follows it as a browser
 * would before anybody is told. What is read then leads on, perhaps to more of the kind, so this goes on until there is none.
 */
export async function retraceRedirects(state: WalkState, visitAll: () => Promise<void>): Promise<void> {
  const { ports, redirects, retraced } = state;
  for (;;) {
    const isNew = ({ id, role }: Target): boolean => role !== 'probe' && !retraced.has(id);
    const loops = findLoops(redirects).filter(isNew);
    const walled = findWalled(state).filter(isNew);
    if (loops.length + walled.length === 0) return;
    for (const target of [...loops, ...walled]) {
      retraced.add(target.id);
      await retrace(state, target, walled.includes(target));
      if (ports.signal.aborted) return;
    }
    await visitAll();
    await confirmFailures(state, visitAll);
  }
}

/** `mustReturn`: what stands elsewhere is what the redirect led to before. */
async function retrace(state: WalkState, target: Target, mustReturn: boolean): Promise<void> {
  const { ports, scope, redirects } = state;
  // No target of the frontier, but a request like any other.
  const isWelcome = async (url: string): Promise<boolean> => {
    const { origin } = new URL(url);
    if (withholdingOf(state, { url, origin, source: target.source }) !== null) return false;
    await awaitTurn(ports, origin);
    return !ports.signal.aborted;
  };
  const mayAsk = async (url: string): Promise<boolean> =>
    scope.decide({ url, kind: 'redirect', fragment: null, from: target.source }).kind === 'ask' &&
    (await isWelcome(url));
  if (!(await isWelcome(target.url))) return;
  const followed = await unlessStopped(ports.signal, () => ports.follow(target, ports.signal, mayAsk));
  if (followed === null || (mustReturn && identifyHref(followed.url) !== target.url)) return;
  const { answer, url } = followed;
  target.attempts.push(answer.attempt);
  if (answer.location !== null || (isFailure(answer.outcome) && !isMissing(answer))) return;
  redirects.delete(target.id);
  await settle(state, target, answer, url);
}

/** Nothing but the cookie was in the way of learning that. */
function isMissing({ outcome }: Answer): boolean {
  return outcome.kind === 'fetched' && (outcome.status === 404 || outcome.status === 410);
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
