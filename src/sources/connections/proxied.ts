import type { buildConnector, Dispatcher } from 'undici';
import { onDemand } from '../../kit/on-demand.js';
import type { Connection, Connections } from './connections.js';
import { defaultPort, type Guard } from './guard.js';
import { isPrivateHost } from './private-address.js';
import type { ProxyFor } from './proxy.js';
import { mustProveItself, tlsOptionsOf, type Trust } from './tls.js';
import { errors } from './undici.js';

const undici = onDemand('undici');

interface ProxiedOptions {
  readonly proxyFor: ProxyFor;
  readonly guard: Guard;
  readonly trust: Trust;
  readonly perOrigin: number;
  readonly maxHeaderSize: number;
  /** Wraps the connections that carry answers. */
  readonly wrap: WrapConnector;
}

export type WrapConnector = (connect: buildConnector.connector) => buildConnector.connector;

/**
 * Sends what a proxy is responsible for to the proxy, and the rest through `direct`. A proxy resolves names itself, so the only
 * private addresses noticed here are literal ones: those are asked for directly, which is refused.
 */
export function throughProxies(direct: Connections, options: ProxiedOptions): Connections {
  const { proxyFor, guard, trust } = options;
  const agents = new Map<string, Dispatcher>();

  const agentFor = (uri: string, origin: string): Dispatcher => {
    const verified = mustProveItself(trust, new URL(origin).hostname);
    const key = `${verified ? 'verified' : 'insecure'} ${uri}`;
    let agent = agents.get(key);
    if (agent === undefined) agents.set(key, (agent = createAgent(uri, verified, options)));
    return agent;
  };

  const isForbidden = (origin: string): boolean => {
    const { hostname, port, protocol } = new URL(origin);
    return isPrivateHost(hostname) && !guard.trusts(hostname, port === '' ? defaultPort(protocol) : port);
  };

  return {
    ...direct,
    take: (origin, waiter) => {
      const uri = proxyFor(origin);
      if (uri === null || isForbidden(origin)) direct.take(origin, waiter);
      else waiter.accept(newConnection(agentFor(uri, origin)));
    },
    close: async () => {
      await Promise.all([direct.close(), ...[...agents.values()].map((agent) => agent.destroy())]);
    },
  };
}

/** The agent itself keeps connections alive. */
function newConnection(dispatcher: Dispatcher): Connection {
  return { dispatcher, answers: 0, isProxied: true };
}

function createAgent(
  uri: string,
  verified: boolean,
  { trust, perOrigin, maxHeaderSize, wrap }: ProxiedOptions,
): Dispatcher {
  const { Pool, ProxyAgent } = undici();
  const shape = { connections: perOrigin, maxHeaderSize, headersTimeout: 0, bodyTimeout: 0 };
  return new ProxyAgent({
    uri,
    // Many proxies allow tunnels to port 443 only.
    proxyTunnel: false,
    requestTls: tlsOptionsOf(trust, verified),
    ...shape,
    clientFactory: (proxy, { connect }: { readonly connect: buildConnector.connector }) =>
      new Pool(proxy, { connect: blaming(connect, () => true) }),
    // By default the agent passes none of this on to the connections it makes for plain pages.
    factory: (origin, { connect }: { readonly connect: buildConnector.connector }) =>
      new Pool(origin, { ...shape, connect: wrap(blaming(connect, isOfTunnel)) }),
  });
}

/**
 * Blames the proxy for what fails before there is a way through it. Above all, undici connects again at once, and without end, if a
 * socket closed while a connection was made, as where a proxy closes it instead of making a tunnel.
 */
function blaming(
  connect: buildConnector.connector,
  isItsFault: (error: Error) => boolean,
): buildConnector.connector {
  return (target, callback) =>
    connect(target, (...result) => {
      const [error] = result;
      if (error !== null && isItsFault(error)) callback(new Error('Proxy failed', { cause: error }), null);
      else callback(...result);
    });
}

/** In a tunnel nothing speaks HTTP before it is made. */
function isOfTunnel(error: Error): boolean {
  return error instanceof errors.SocketError || error instanceof errors.HTTPParserError;
}
