import { redactUrl } from '../../kit/urls/redact.js';
import { identifyFrom } from '../../kit/urls/file-url.js';
import { isOutage, noIPv6 } from '../../kit/trouble/shortage.js';
import { originOf } from '../../kit/urls/url.js';
import type { Answer } from '../../model/fetch.js';
import { noLinks, type PackedLinks } from '../../model/links/packed-links.js';
import type { Reading } from '../../model/reading.js';
import {
  cookieWallNote,
  isPage,
  isReadForLinks,
  isWelcome,
  tooDeepNote,
  type Fetched,
  type Outcome,
  type Resource,
  type Withheld,
} from '../../model/resource.js';
import { isMadeUp, type Target } from '../../model/target.js';
import { admitLinks, admitRedirect, isTooDeep } from '../admission/admit.js';
import { isLeftOut } from '../admission/left-out.js';
import { withholdingBehind } from '../targets/next-step.js';
import { isWalked, noteTarget } from '../targets/resource.js';
import type { WalkState } from '../state/walk-state.js';

const nothingRead: Reading = { facts: null, links: noLinks, signals: {} };

/** Records what became of a target, and admits what it leads to. `base`: where the answer came from, if not from the target. */
export async function settle(
  state: WalkState,
  target: Target,
  answer: Answer,
  base: string = target.url,
): Promise<void> {
  const { outcome } = answer;
  if (outcome.kind === 'fetched' && answer.location !== null) {
    settleRedirect(state, target, outcome, answer.location);
    return;
  }
  const reading = outcome.kind === 'fetched' ? await read(state, target, answer, outcome, base) : nothingRead;
  if (reading === null) {
    state.interrupted.push(target);
    return;
  }
  if (reading.signals[cookieWallNote] !== undefined) state.walls.add(target.id);
  if (reading.isCut === true) state.limitsReached.add('max-links');
  const stored = storedOutcome(state, outcome);
  const resource = noteTarget(target, stored, reading.facts, reading.signals);
  if (isPage(resource)) notePage(state, target);
  if (leadsOn(resource)) settleLinks(state, target, resource, reading.links);
  else state.ports.recorder.record(resource, null, state.toConfirm.has(target));
}

/** Records what has links, and admits these unless it is too deep, or the limit of its source leaves all of them out. */
function settleLinks(state: WalkState, target: Target, resource: Resource, links: PackedLinks): void {
  const { recorder } = state.ports;
  const isProvisional = state.toConfirm.has(target);
  if (isPage(resource)) state.counts.pages++;
  state.traps.note(target.id, target.url, resource.page?.digest ?? null);
  if (isTooDeep(state, target.source, state.depths.of(target.id))) {
    state.deepPages.set(target.id, { target, resource, links });
    recorder.record(noteTooDeep(resource), null, isProvisional);
  } else if (isLeftOut(state, target.source, links)) {
    recorder.record(resource, null, isProvisional);
  } else {
    const targets = admitLinks(state, target, links);
    recorder.record(resource, { links, targets }, isProvisional);
  }
}

function settleRedirect(state: WalkState, target: Target, outcome: Fetched, location: string): void {
  const address = identifyFrom(target.url, location);
  if (address !== null) noteRedirect(state, target, address);
  // With its fragment, which may be all that says which page of a script-driven site was to open.
  const noted = { ...outcome, location: redactUrl(location) };
  state.ports.recorder.record(noteTarget(target, noted));
}

/** Notes that a target served a page. */
export function notePage({ probes }: WalkState, { role, url }: Target): void {
  if (!isMadeUp({ role })) probes.note(url);
}

/** Notes where a target redirects to, and admits that; returns its id. */
export function noteRedirect(state: WalkState, target: Target, address: string): number {
  const to = admitRedirect(state, target, address);
  state.redirects.set(target.id, { target, to });
  // A site may redirect every unknown name to one page of its own: only a probe can tell.
  if (target.role !== 'probe' && originOf(address) === target.origin) state.probes.note(target.url);
  return to;
}

/** `null` if the walk was stopped meanwhile. */
async function read(
  state: WalkState,
  target: Target,
  answer: Answer,
  outcome: Fetched,
  base: string,
): Promise<Reading | null> {
  if (target.unchanged !== null) return target.unchanged;
  const { body, charset, linkHeader, refreshHeader } = answer;
  if (body === null) return nothingRead;
  const { wholeDocuments } = target;
  const material = { url: base, answer: outcome, charset, linkHeader, refreshHeader, body, wholeDocuments };
  return state.ports.reader.read(material);
}

/** That we refused to make a connection, or could not, is not the web's trouble. */
function storedOutcome(state: WalkState, outcome: Answer['outcome']): Outcome {
  const withheld = outcome.kind === 'failed' ? withholdingBehind(outcome) : null;
  if (withheld?.by === 'limit') noteCutOff(state, withheld);
  return withheld ?? outcome;
}

function noteTooDeep(resource: Resource): Resource {
  return { ...resource, signals: { ...resource.signals, [tooDeepNote]: true } };
}

/** Notes that this machine could not see everything that it can see at other times. */
export function noteCutOff({ limitsReached }: WalkState, { detail }: Pick<Withheld, 'detail'>): void {
  if (detail !== noIPv6) limitsReached.add(isOutage(detail) ? 'outage' : 'shortage');
}

/** Whether the links of what was read are admitted: of a page of a source, or of a document. */
export function leadsOn(resource: Resource): boolean {
  return isWalked(resource) && isReadForLinks(resource) && isWelcome(resource.outcome);
}
