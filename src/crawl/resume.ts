import { identifyFrom } from '../kit/urls/file-url.js';
import { cookieWallNote, isPage, malformedLinkNote, type Resource } from '../model/resource.js';
import { isMadeUp, type Target } from '../model/target.js';
import type { Beginning } from '../model/walk.js';
import { admitLinks } from './admission/admit.js';
import { howToAsk } from './targets/how-to-ask.js';
import { createTarget } from './targets/create-target.js';
import { isWalked } from './targets/resource.js';
import { leadsOn, notePage, noteRedirect } from './visits/settle.js';
import type { WalkState } from './state/walk-state.js';

/**
 * Whether what an earlier part of the run recorded holds when it is resumed. Decisions not to ask are made again, which costs
 * nothing; pages whose links were not admitted, because they were too deep, are asked for again.
 */
export function holds(resource: Resource, hasLinks: boolean): boolean {
  const { outcome } = resource;
  switch (outcome.kind) {
    case 'withheld':
      return outcome.by === 'private';
    case 'failed':
      return true;
    case 'fetched':
      return hasLinks || !leadsOn(resource);
  }
}

/**
 * Takes in what an earlier part of the run has settled. Returns what is to be done once the seeds are admitted: to replay what
 * was settled in the order of its discovery, which admits what it leads to as it did then.
 */
export function resume(state: WalkState): () => void {
  const { beginning } = state.ports;
  if (beginning === null) return () => undefined;
  const leading: Target[] = [];
  const locations = new Map<number, string>();
  for (const [id, url] of beginning.urls()) state.known.restore(id, url, false);
  for (const resource of beginning.resources()) {
    const target = targetOf(state, resource);
    const { outcome } = resource;
    state.known.restore(target.id, target.url, true);
    countAsked(state, target);
    if (resource.role === 'probe') state.probes.noteAsked(target.url);
    if (beginning.isProvisional(target.id)) confirmLater(state, target);
    if (resource.signals[cookieWallNote] !== undefined) state.walls.add(target.id);
    if (outcome.kind !== 'fetched') continue;
    state.downHosts.answered(target.origin);
    const location = outcome.location === null ? null : identifyFrom(target.url, outcome.location);
    if (location !== null) locations.set(target.id, location);
    else if (isPage(resource)) notePage(state, target);
    if (isPage(resource) && isWalked(target)) state.counts.pages++;
    if (location !== null || leadsOn(resource)) leading.push(target);
  }
  return () => replay(state, beginning, leading, locations);
}

function replay(
  state: WalkState,
  beginning: Beginning,
  leading: readonly Target[],
  locations: ReadonlyMap<number, string>,
): void {
  const reached = new Set<number>();
  const hops = new Map<number, number>();
  for (const target of leading) {
    const location = locations.get(target.id);
    if (location === undefined) {
      const links = beginning.links(target.id);
      if (links === null) continue;
      for (const id of admitLinks(state, target, links)) reached.add(id);
    } else {
      const inARow = hops.get(target.id) ?? 0;
      const to = noteRedirect(state, { ...target, hops: inARow }, location);
      if (!reached.has(to)) hops.set(to, inARow + 1);
      reached.add(to);
    }
  }
}

function targetOf({ plan }: WalkState, { id, url, source, role, attempts, signals }: Resource): Target {
  const written = signals[malformedLinkNote];
  const { appetite } = howToAsk(url, 'anchor', source !== null);
  return createTarget({
    id,
    url,
    source,
    role,
    wholeDocuments: plan.deep && isWalked({ source, role }),
    appetite: attempts.some(({ method }) => method === 'HEAD') ? 'sample' : appetite,
    attempts: [...attempts],
    throttled: attempts.filter(({ throttled }) => throttled === true).length,
    written: typeof written === 'string' ? written : null,
  });
}

function countAsked({ counts, pagesAsked }: WalkState, { source, role }: Target): void {
  counts.checked++;
  if (source !== null && !isMadeUp({ role })) pagesAsked.set(source, (pagesAsked.get(source) ?? 0) + 1);
}

function confirmLater({ counts, toConfirm }: WalkState, target: Target): void {
  counts.checked--;
  counts.failing++;
  toConfirm.add(target);
}
