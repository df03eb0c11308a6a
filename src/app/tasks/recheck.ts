import pLimit from 'p-limit';
import { howToAsk } from '../../crawl/targets/how-to-ask.js';
import { createScope, type Scope } from '../../crawl/scope/scope.js';
import { isRedacted, redactUrl } from '../../kit/urls/redact.js';
import { identifyFrom, standardInput } from '../../kit/urls/file-url.js';
import type { Limits } from '../../model/config.js';
import type { Answer } from '../../model/fetch.js';
import type { Resource } from '../../model/resource.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { Web } from '../../sources/web.js';
import type { FullConfig } from '../context/config.js';
import { fileSeedsOf, openWeb } from '../web/open-web.js';
import { readSecrets, remarkOnExpired } from '../web/secrets.js';
import { createRead } from '../reading/read.js';
import type { World } from '../context/world.js';
import { overlay } from './overlay.js';

/** A snapshot with what is so now. */
export interface Recheck {
  readonly snapshot: Snapshot;
  /** Addresses that were asked for and answered. */
  readonly answered: number;
  /** Addresses that gave no answer now, though they did then: what was seen then still stands. */
  readonly silent: readonly string[];
  /** Addresses that only asked us to come back later: likewise. */
  readonly busy: readonly string[];
}

const mostAddresses = 100;
const atOnce = 4;
/** Milliseconds: somebody waits for the answer. */
const longest = { connectTimeout: 3000, headersTimeout: 5000, bodyTimeout: 5000, wholeTimeout: 10_000 };

/**
 * Asks again for resources and where they redirect to, a few at a time, with what the configuration says of credentials and
 * manners. Whatever the network does, nothing that the snapshot knows is lost.
 */
export async function recheck(
  base: Snapshot,
  ids: readonly number[],
  config: FullConfig,
  world: World,
): Promise<Recheck> {
  const targets = [...new Set(ids)]
    .slice(0, mostAddresses)
    .flatMap((id) => base.resource(id) ?? [])
    .filter(isAskable);
  const secrets = await readSecrets(config, world);
  remarkOnExpired(secrets, world);
  const web = openWeb({ ...config, limits: impatient(config.limits) }, secrets, world);
  const visitor = createVisitor(base, { web, config, world });
  const limit = pLimit(atOnce);
  try {
    const visits = await Promise.all(targets.map((target) => limit(() => visitor.visit(target))));
    const unseen = (why: Unseen): readonly string[] =>
      targets.filter((_, index) => visits[index] === why).map(({ url }) => url);
    const seen = visits.filter((visit) => typeof visit !== 'string');
    return {
      snapshot: overlay(base, seen.flat()),
      answered: seen.length,
      silent: unseen('silent'),
      busy: unseen('busy'),
    };
  } finally {
    await web.close();
  }
}

/**
 * What the run left alone for a reason is left alone now; an address that lost its secret cannot be asked for, nor what was piped
 * in.
 */
function isAskable({ url, outcome }: Resource): boolean {
  return outcome.kind !== 'withheld' && !isRedacted(url) && url !== standardInput;
}

function impatient(limits: Limits): Limits {
  const least = (name: keyof typeof longest): number => Math.min(limits[name], longest[name]);
  return {
    ...limits,
    connectTimeout: least('connectTimeout'),
    headersTimeout: least('headersTimeout'),
    bodyTimeout: least('bodyTimeout'),
    wholeTimeout: least('wholeTimeout'),
  };
}

interface Ports {
  readonly web: Web;
  readonly config: FullConfig;
  readonly world: World;
}

/** Why nothing was seen: there is no answer, or none but to come back later. */
type Unseen = 'silent' | 'busy';

interface Visitor {
  /** The resource and where its redirects lead, as they are now. */
  readonly visit: (resource: Resource) => Promise<readonly Resource[] | Unseen>;
}

function createVisitor(base: Snapshot, { web, config, world }: Ports): Visitor {
  const scope = createScope(config.sources);
  const { checkFragments, checkStyles, rules } = config;
  const read = createRead({ checkFragments, checkStyles, rules, fileSeeds: fileSeedsOf(config) });
  const known = indexUrls(base);

  const ask = async ({ url, source }: Resource): Promise<Answer | null> => {
    const request = { url, source, ...howToAsk(url, 'anchor', source !== null), method: 'GET' } as const;
    try {
      return await web.fetch(request, world.signal);
    } catch (error) {
      if (world.signal.aborted) return null;
      throw error;
    }
  };
  const visit: Visitor['visit'] = async (first) => {
    const seen: Resource[] = [];
    let next: Resource | null = first;
    while (next !== null && seen.length <= config.limits.maxHops) {
      const answer = await ask(next);
      if (answer === null) return 'silent';
      const unseen = whyUnseen(answer, next);
      if (unseen !== null) return unseen;
      seen.push(noteAnswer(next, answer, read));
      next = answer.location === null ? null : behind(answer.location, next, scope, known);
    }
    return seen;
  };
  return { visit };
}

/** A network that fails where it did not before, and a host that asks us to wait, say nothing about the resource. */
function whyUnseen({ outcome, retryAfter }: Answer, before: Resource): Unseen | null {
  if (outcome.kind === 'failed') return before.outcome.kind === 'fetched' ? 'silent' : null;
  const isBusy = outcome.status === 429 || (outcome.status === 503 && retryAfter !== null);
  return isBusy ? 'busy' : null;
}

function noteAnswer(target: Resource, answer: Answer, read: ReturnType<typeof createRead>): Resource {
  const before = { ...target, url: redactUrl(target.url) };
  const { outcome, body, charset, linkHeader, refreshHeader, attempt, location } = answer;
  const unread = { ...before, attempts: [attempt], page: null, signals: {} };
  if (outcome.kind === 'failed') return { ...unread, outcome };
  const address = location === null ? null : (identifyFrom(target.url, location) ?? location);
  const noted = {
    ...unread,
    outcome: { ...outcome, location: address === null ? null : redactUrl(address) },
  };
  if (body === null || address !== null) return noted;
  const material = { url: target.url, answer: outcome, charset, linkHeader, refreshHeader, body };
  const { facts, signals } = read(material);
  return { ...noted, page: facts, signals };
}

/** Where a redirect leads, if that may be asked for. */
function behind(location: string, from: Resource, scope: Scope, known: Index): Resource | null {
  const url = identifyFrom(from.url, location);
  if (url === null) return null;
  const decision = scope.decide({ url, kind: 'redirect', fragment: null, from: from.source });
  if (decision.kind !== 'ask') return null;
  const before = known.resource(redactUrl(url));
  if (before !== null) return isAskable(before) ? { ...before, url } : null;
  const { source } = decision;
  return { ...from, id: known.newId(), url, source, role: source === null ? 'check' : 'page' };
}

interface Index {
  readonly resource: (url: string) => Resource | null;
  readonly newId: () => number;
}

function indexUrls(snapshot: Snapshot): Index {
  const ids = new Map<string, number>();
  let latest = 0;
  for (const { id, url } of snapshot.resources()) {
    ids.set(url, id);
    latest = Math.max(latest, id);
  }
  return {
    resource: (url) => {
      const id = ids.get(url);
      return id === undefined ? null : snapshot.resource(id);
    },
    newId: () => ++latest,
  };
}
