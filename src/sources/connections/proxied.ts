import type { Dispatcher } from 'undici';
import type { Connection, Connections } from './connections.js';
import { defaultPort, type Guard } from './guard.js';
import { isPrivateHost } from './private-address.js';
import { createProxyAgent, type WrapConnector } from './proxy-agent.js';
import type { ProxyFor } from './proxy.js';
import { mustProveItself, tlsOptionsOf, type Trust } from './tls.js';

interface ProxiedOptions {
  readonly proxyFor: ProxyFor;
  readonly guard: Guard;
  readonly trust: Trust;
  readonly perOrigin: number;
  readonly maxHeaderSize: number;
  /** Wraps the connections that carry answers. */
  readonly wrap: WrapConnector;
}

/**
 * Sends what a proxy is responsible for to the proxy, and the rest through `direct`. A proxy resolves names itself, so the only
 * private addresses noticed here are literal ones: those are asked for directly, which is refused.
 */
export function throughProxies(direct: Connections, options: ProxiedOptions): Connections {
  const { proxyFor, guard, trust } = options;
  const agents = new Map<string, Dispatcher>();
  const connections = new Map<string, Connection>();

  const agentFor = (uri: string, origin: string): Dispatcher => {
    const verified = mustProveItself(trust, new URL(origin).hostname);
    const key = `${verified ? 'verified' : 'insecure'} ${uri}`;
    let agent = agents.get(key);
    if (agent === undefined) agents.set(key, (agent = createAgent(uri, verified, options)));
    return agent;
  };

  const connectionTo = (uri: string, origin: string): Connection => {
    let connection = connections.get(origin);
    if (connection === undefined)
      connections.set(origin, (connection = newConnection(agentFor(uri, origin))));
    return connection;
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
      else waiter.accept(connectionTo(uri, origin));
    },
    close: async () => {
      await Promise.all([direct.close(), ...[...agents.values()].map((agent) => agent.destroy())]);
    },
  };
}

/** The agent itself keeps connections alive, and any of them may serve a request: so this one stands for all to an origin. */
function newConnection(dispatcher: Dispatcher): Connection {
  return { dispatcher, answers: 0, isProxied: true };
}

function createAgent(
  uri: string,
  verified: boolean,
  { trust, perOrigin, maxHeaderSize, wrap }: ProxiedOptions,
): Dispatcher {
  return createProxyAgent(uri, {
    requestTls: tlsOptionsOf(trust, verified),
    shape: { connections: perOrigin, maxHeaderSize, headersTimeout: 0, bodyTimeout: 0 },
    wrap,
  });
}
