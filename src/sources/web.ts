import { setTimeout } from 'node:timers/promises';
import type { Fetch } from '../model/fetch.js';
import type { Limits, SourceConfig } from '../model/config.js';
import { createAsk } from './ask.js';
import { createConnections, type Connections } from './connections/connections.js';
import { createConnector } from './connections/connector.js';
import { createCredentials } from './credentials/credentials.js';
import { createFollow, type Follow } from './follow.js';
import { createGuard } from './connections/guard.js';
import { watchFlights } from './wire/in-flight.js';
import { createOrders } from './order.js';
import { createPatientSend } from './wire/patient-send.js';
import { notingCertificates } from './connections/note-certificates.js';
import { throughProxies } from './connections/proxied.js';
import type { WrapConnector } from './connections/proxy-agent.js';
import { proxiesOf, type Environment } from './connections/proxy.js';
import { repairing } from './repair/socket.js';
import type { Lookup } from './connections/lookup.js';
import { createResolver, type Resolver } from './connections/resolver.js';
import type { Secrets } from './credentials/secrets.js';
import { createSend } from './wire/send.js';
import type { Wire } from './wire/wire.js';

/** What requests, connections and limits depend on. */
export interface WebOptions {
  readonly sources: readonly SourceConfig[];
  /** From `loadSecrets`. */
  readonly secrets: Secrets;
  readonly limits: Limits;
  readonly userAgent: string;
  /** Do not verify TLS certificates: of any host, or of the hosts named. */
  readonly insecure: boolean | readonly string[];
  /** Certificates (PEM) to trust besides those Node knows. */
  readonly authorities?: readonly string[];
  /** Let public pages lead into private addresses. */
  readonly allowPrivate: boolean;
  /** Read documents to their end. */
  readonly deep: boolean;
  /** Where `http_proxy` and the like are looked up. */
  readonly environment: Environment;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How addresses are looked up, if not as usual. */
  readonly lookup?: Lookup;
}

/** The web as the crawl sees it. */
export interface Web {
  /** One request, one answer. Rejects only with the reason of an aborted signal; the web's trouble is in the answer. */
  readonly fetch: Fetch;
  readonly follow: Follow;
  /** Closes every connection. */
  close(): Promise<void>;
}

/** As much as Chromium accepts. */
const maxHeaderSize = 262_144;

/** Opens the web. Throws a `SetupError` if the environment names an impossible proxy. */
export function createWeb(options: WebOptions): Web {
  const { sources, limits, now, deep } = options;
  const certificates = new Map<string, number>();
  const resolver = createResolver(now, patienceWithOutage(limits), options.lookup);
  const { strict, forgiving } = connectionsOf(options, resolver, certificates);
  const inFlight = watchFlights(resolutionFor(limits));
  const isResolving = (origin: string): boolean => resolver.isResolving(new URL(origin).hostname);
  const isQueued = (origin: string): boolean => resolver.isQueued(new URL(origin).hostname);
  const wireBy = (connections: Connections): Wire => ({
    connections,
    inFlight,
    patience: limits,
    isResolving,
    isQueued,
    isOutage: resolver.isDown,
  });
  const orderFor = createOrders({
    credentials: createCredentials(sources, options.secrets),
    userAgent: options.userAgent,
    limits: { maxBody: limits.maxBody, deep },
  });
  const send = createPatientSend(createSend(wireBy(strict), wireBy(forgiving)), setTimeout, {
    patience: limits.wholeTimeout,
    outagePatience: patienceWithOutage(limits),
    release: () => {
      strict.closeIdle();
      forgiving.closeIdle();
    },
  });
  const ask = createAsk({
    send,
    orderFor,
    limits,
    deep,
    certificates,
    now,
  });
  return {
    fetch: (request, signal, begun) => ask(request, signal, null, begun),
    follow: createFollow(ask, limits.maxHops),
    close: async () => {
      inFlight.close();
      resolver.close();
      await Promise.all([strict.close(), forgiving.close()]);
    },
  };
}

/** Connections for answers in the form of HTTP, and for those that only browsers understand. */
interface Ways {
  readonly strict: Connections;
  readonly forgiving: Connections;
}

function connectionsOf(options: WebOptions, resolver: Resolver, certificates: Map<string, number>): Ways {
  const { limits, insecure, authorities = [] } = options;
  const trust = { insecure, authorities };
  const seeds = options.sources.flatMap((source) => source.seeds);
  const guard = createGuard(seeds, options.allowPrivate);
  const connect = createConnector({
    guard,
    resolver,
    connectTimeout: limits.connectTimeout,
    trust,
  });
  const shape = { perOrigin: limits.perHost, maxHeaderSize };
  const proxyFor = proxiesOf(options.environment);
  const by = (adapt: WrapConnector): Connections => {
    const wrap: WrapConnector = (connector) =>
      adapt(notingCertificates(connector, (origin, expires) => void certificates.set(origin, expires)));
    const direct = createConnections({ connect: wrap(connect), ...shape });
    return proxyFor === null ? direct : throughProxies(direct, { proxyFor, guard, trust, wrap, ...shape });
  };
  return {
    strict: by((connector) => connector),
    forgiving: by((connector) => repairing(connector, maxHeaderSize)),
  };
}

/** Milliseconds: less than the request that waits for the name may take, since its host would be called slow otherwise. */
function patienceWithOutage({ wholeTimeout }: Limits): number {
  return Math.min(60_000, wholeTimeout / 2);
}

/** A time-out may be noticed late by a tenth of the shortest one, so that one timer is enough for all. */
function resolutionFor(limits: Limits): number {
  const shortest = Math.min(
    limits.connectTimeout,
    limits.headersTimeout,
    limits.bodyTimeout,
    limits.wholeTimeout,
  );
  return Math.min(Math.max(Math.round(shortest / 10), 10), 250);
}
