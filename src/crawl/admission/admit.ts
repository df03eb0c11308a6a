import { identifyFile } from '../../kit/urls/file-url.js';
import { identifyHref } from '../../kit/urls/url.js';
import type { SourceConfig } from '../../model/config.js';
import type { LinkKind } from '../../model/link.js';
import type { PackedLinks } from '../../model/links/packed-links.js';
import type { Withholding } from '../../model/resource.js';
import type { Target } from '../../model/target.js';
import { candidatesByUrl, type CandidateUrl } from '../scope/candidates.js';
import { noDepths } from '../state/depths.js';
import { enqueue, withhold } from './enqueue.js';
import type { Decision } from '../scope/scope.js';
import type { WalkState } from '../state/walk-state.js';

/** Admits the seeds of a source. */
export function admitSeeds(state: WalkState, source: SourceConfig): void {
  for (const seed of source.seeds) {
    const url = identifyHref(seed) ?? identifyFile(seed);
    if (url === null) continue;
    const { id, fresh } = state.known.enter(url);
    reach(state, id, 0);
    if (fresh) enqueue(state, candidateOf(id, url, 'anchor', source.id), source.id, 'seed');
  }
}

/** Admits an address that a list names. */
export function admitListed(state: WalkState, address: string): void {
  const url = identifyHref(address);
  if (url === null) return;
  const { id, fresh } = state.known.enter(url);
  if (fresh || state.known.mayReconsider(id)) admit(state, [candidateOf(id, url, 'anchor', null)], null);
  reach(state, id, 1);
}

/** Admits what a page links to; returns the ids of `links.targets`, in order. */
export function admitLinks(state: WalkState, page: Target, links: PackedLinks): Uint32Array {
  const { known, depths, refusals } = state;
  const { ids, undecided } = known.enterAll(links);
  if (undecided.size > 0) {
    for (const group of candidatesByUrl(links, undecided, ids, page.source, refusals))
      admit(state, group, page.id);
  }
  depths.leads(page.id, ids, 1);
  for (const id of ids) reach(state, id, depths.of(page.id) + 1);
  return ids;
}

/** Admits the target of a redirect; returns its id. */
export function admitRedirect(state: WalkState, target: Target, location: string): number {
  const { known, depths } = state;
  const { id, fresh } = known.enter(location);
  if (fresh || known.mayReconsider(id)) {
    const candidate = { ...candidateOf(id, location, 'redirect', target.source), hops: target.hops + 1 };
    admit(state, [candidate], target.id);
  }
  depths.leads(target.id, Uint32Array.of(id), 0);
  reach(state, id, depths.of(target.id));
  return id;
}

/** Admits an address that we made up: a name that should not exist, or a portal's search. */
export function admitOwn(state: WalkState, url: string, role: 'probe' | 'search'): void {
  const { id, fresh } = state.known.enter(url);
  reach(state, id, 0);
  const source = state.scope.sourceOf(url)?.id ?? null;
  if (fresh) enqueue(state, candidateOf(id, url, 'anchor', source), source, role);
}

function candidateOf(id: number, url: string, kind: LinkKind, from: string | null): CandidateUrl {
  return { id, lead: { url, kind, fragment: null, from }, written: null, hops: 0 };
}

/** Decides on a URL by all links to it on one page: asks for it if one of them allows that, else records why not. */
function admit(state: WalkState, group: readonly CandidateUrl[], from: number | null): void {
  for (const candidate of group) {
    const decision = decide(state, candidate, from);
    if (decision.kind === 'ask') {
      state.known.decide(candidate.id);
      enqueue(state, candidate, decision.source, decision.source === null ? 'check' : 'page');
      return;
    }
    if (decision.reconsider) {
      noteRefusal(state, candidate, decision.by);
      // Every page of a site may link to it: recording it once is enough.
      if (!state.known.putOff(candidate.id, `${decision.by} ${decision.detail}`)) continue;
    } else {
      state.known.decide(candidate.id);
    }
    withhold(state, candidate, decision.source, decision.by, decision.detail);
  }
}

/** What was decided by the link alone holds for the same link on another page; a limit may not be reached there. */
function noteRefusal(
  { refusals }: WalkState,
  { id, lead, written, hops }: CandidateUrl,
  by: Withholding,
): void {
  const isBare = lead.fragment === null && written === null && hops === 0;
  if (isBare && by !== 'limit') refusals.add(lead.from, id, lead.kind);
}

function decide(state: WalkState, { id, lead, written, hops }: CandidateUrl, from: number | null): Decision {
  const never = { kind: 'withhold', source: null, reconsider: false } as const;
  if (written !== null && isMalformed(lead.url, written))
    return { ...never, by: 'malformed', detail: written };
  if (hops > state.plan.limits.maxHops)
    return { ...never, by: 'limit', detail: 'max-hops', reconsider: true };
  const decision = state.scope.decide(lead);
  if (decision.kind !== 'ask' || decision.source === null) return decision;
  if (!state.traps.springs(id, lead.url, from)) return decision;
  state.limitsReached.add('max-alike');
  return { kind: 'withhold', source: decision.source, by: 'limit', detail: 'max-alike', reconsider: true };
}

/** Whether nothing can be asked for by a link: written out, the address of a file is one that only its author can open. */
function isMalformed(url: string, written: string): boolean {
  if (identifyHref(url) !== null) return false;
  return identifyFile(url) === null || /^\s*file:/i.test(written);
}

/** Notes a path of `depth` clicks to a URL; pages that were too deep until now are walked after all. */
function reach(state: WalkState, id: number, depth: number): void {
  if (state.depths === noDepths) return;
  state.depths.reach(id, depth, (nearer, reached) => {
    const page = state.deepPages.get(nearer);
    if (page === undefined || isTooDeep(state, page.target.source, reached)) return;
    state.deepPages.delete(nearer);
    const { links } = page;
    state.ports.recorder.record(page.resource, { links, targets: admitLinks(state, page.target, links) });
  });
}

/** Whether a page at this depth is not to be walked. */
export function isTooDeep(state: WalkState, source: string | null, depth: number): boolean {
  return depth > (state.scope.source(source)?.maxDepth ?? Number.POSITIVE_INFINITY);
}
