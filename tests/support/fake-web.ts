import { createFrontier } from '../../src/frontier/frontier.js';
import { politenessOf } from '../../src/frontier/politeness.js';
import { walk } from '../../src/crawl/walk.js';
import { identify } from '../../src/kit/urls/url.js';
import { configSchema } from '../../src/model/config.js';
import type { Answer, FetchRequest } from '../../src/model/fetch.js';
import type { Link } from '../../src/model/link.js';
import { packLinks } from '../../src/model/links/pack.js';
import { noLinks } from '../../src/model/links/packed-links.js';
import type { Recorder } from '../../src/model/recorder.js';
import type { Material, Reading } from '../../src/model/reading.js';
import {
  documentLinks,
  type Failed,
  type Fetched,
  type Resource,
  type Signals,
} from '../../src/model/resource.js';
import type { Beginning, Memory, RobotsRules, WalkEnd } from '../../src/model/walk.js';
import { createClock, type Clock } from './clock.js';
import { pageTitled } from './snapshots.js';

/** What one URL answers; a function to answer differently each time. */
export interface Reply {
  readonly status?: number;
  readonly links?: readonly (string | Partial<Link>)[];
  readonly location?: string;
  readonly failure?: Pick<Failed, 'cause' | 'detail'>;
  readonly retryAfter?: number;
  readonly took?: number;
  readonly contentType?: string;
  /** Bytes, as the header says. */
  readonly length?: number;
  readonly disallow?: readonly string[];
  readonly crawlDelay?: number;
  /** What the body says, for whoever reads it as text. */
  readonly text?: string;
  /** What rules note of it. */
  readonly signals?: Signals;
  /** Where following it with cookies ends, if not where it began. */
  readonly follows?: string;
  /** It is no page, but has links if they are wanted. */
  readonly isDocument?: boolean;
  /** It has more links than are read. */
  readonly isCut?: boolean;
  /** Reading it takes longer than anybody waits. */
  readonly isEndless?: boolean;
}
export type Site = Readonly<Record<string, Reply | ((request: FetchRequest, time: number) => Reply)>>;

export interface Asked extends FetchRequest {
  readonly at: number;
}

/** A walk over a web that is a table, in a time that does not pass. */
export interface Walked {
  readonly end: WalkEnd;
  readonly asked: readonly Asked[];
  readonly resources: ReadonlyMap<string, Resource>;
  /** Most requests under way at once, by origin. */
  readonly busiest: ReadonlyMap<string, number>;
  readonly took: number;
}

export interface WalkOptions {
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
  readonly memory?: Memory;
  /** Instead of `resources`. */
  readonly recorder?: Pick<Recorder, 'record'>;
  readonly beginning?: Beginning;
  readonly follow?: (request: FetchRequest, time: number) => Reply;
}

export async function walkSite(
  site: Site,
  config: Record<string, unknown> & { readonly searches?: readonly string[] },
  options: WalkOptions = {},
): Promise<Walked> {
  const clock = options.clock ?? createClock();
  const { searches = [], ...rest } = config;
  const plan = { ...configSchema.parse({ probes: false, ...rest }), searches, documents: [] };
  const asked: Asked[] = [];
  const resources = new Map<string, Resource>();
  const underWay = new Map<string, number>();
  const busiest = new Map<string, number>();
  const pages = new Map<Uint8Array, Reply>();

  const answerTo = async (request: FetchRequest, reply: Reply): Promise<Answer> => {
    const at = clock.now();
    await clock.sleep(reply.took ?? 10);
    const bytes = new TextEncoder().encode(reply.text ?? ' ');
    pages.set(bytes, reply);
    const outcome = outcomeOf(reply);
    return {
      attempt: {
        at,
        took: clock.now() - at,
        method: request.method,
        result: outcome.kind === 'fetched' ? outcome.status : outcome.cause,
      },
      outcome,
      location: reply.location === undefined ? null : new URL(reply.location, request.url).href,
      charset: null,
      linkHeader: null,
      refreshHeader: null,
      body:
        outcome.kind === 'fetched' && request.method === 'GET' ? { bytes, complete: true, tail: null } : null,
      retryAfter: reply.retryAfter ?? null,
    };
  };

  const { signal = new AbortController().signal } = options;
  const startedAt = clock.now();
  const end = await clock.run(
    walk(plan, {
      frontier: createFrontier(politenessOf(plan.limits)),
      fetch: async (request) => {
        asked.push({ ...request, at: clock.now() });
        const { origin } = new URL(request.url);
        underWay.set(origin, (underWay.get(origin) ?? 0) + 1);
        busiest.set(origin, Math.max(busiest.get(origin) ?? 0, underWay.get(origin) ?? 0));
        const entry = site[request.url] ?? { status: 404 };
        const answer = await answerTo(
          request,
          typeof entry === 'function' ? entry(request, clock.now()) : entry,
        );
        underWay.set(origin, (underWay.get(origin) ?? 1) - 1);
        return answer;
      },
      follow: async (request, _signal, mayAsk) => {
        const reply = options.follow?.(request, clock.now()) ?? { status: 302, location: request.url };
        if (reply.follows !== undefined && !(await mayAsk(reply.follows)))
          return { url: request.url, answer: await answerTo(request, { location: reply.follows }) };
        return { url: reply.follows ?? request.url, answer: await answerTo(request, reply) };
      },
      reader: {
        read: (material) => {
          const reply = pages.get(material.body.bytes);
          if (reply?.isEndless === true) return untilStopped(signal);
          return Promise.resolve(readingOf(material, reply));
        },
      },
      memory: options.memory ?? null,
      beginning: options.beginning ?? null,
      recorder: options.recorder ?? { record: (resource) => void resources.set(resource.url, resource) },
      robotsOf: (answer) => rulesOf(answer.body === null ? undefined : pages.get(answer.body.bytes)),
      now: clock.now,
      random: () => 0.5,
      after: clock.after,
      signal,
      onProgress: () => undefined,
    }),
  );
  return { end, asked, resources, busiest, took: clock.now() - startedAt };
}

function untilStopped(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(null)));
}

function outcomeOf(reply: Reply): Fetched | Failed {
  if (reply.failure !== undefined) return { kind: 'failed', ...reply.failure };
  return {
    kind: 'fetched',
    status: reply.status ?? (reply.location === undefined ? 200 : 302),
    location: reply.location ?? null,
    contentType: reply.contentType ?? 'text/html',
    length: reply.length ?? null,
    bytes: 1,
    flaw: null,
    headers: {},
  };
}

function readingOf({ url: base, wholeDocuments }: Material, reply: Reply | undefined): Reading {
  const links = (reply?.links ?? []).map((link) =>
    linkOf(base, typeof link === 'string' ? { url: link } : link),
  );
  const { signals = {}, isCut = false, isDocument = false } = reply ?? {};
  if (isDocument && wholeDocuments !== true) return { facts: null, links: noLinks, signals };
  if (isDocument)
    return { facts: null, links: packLinks(links), signals: { ...signals, [documentLinks]: 'read' }, isCut };
  return { facts: pageTitled(base), links: packLinks(links), signals, isCut };
}

function linkOf(base: string, link: Partial<Link>): Link {
  const url = new URL(link.url ?? '', base);
  const defaults = {
    kind: 'anchor',
    text: 'link',
    headings: [],
    fragment: null,
    written: null,
  } as const;
  return { ...defaults, ...link, url: link.written == null ? identify(url) : (link.url ?? '') };
}

function rulesOf(reply: Reply | undefined): RobotsRules {
  return {
    allows: (url) => !(reply?.disallow ?? []).some((path) => new URL(url).pathname.startsWith(path)),
    crawlDelay: reply?.crawlDelay ?? null,
  };
}
