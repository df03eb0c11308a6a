import type { buildConnector, Dispatcher, ProxyAgent } from 'undici';
import { onDemand } from '../../kit/on-demand.js';
import { decodePercent } from '../../kit/urls/url-path.js';
import { basicAuthorization } from '../credentials/credentials.js';
import { errors } from './undici.js';

const undici = onDemand('undici');

export type WrapConnector = (connect: buildConnector.connector) => buildConnector.connector;

interface ProxyAgentOptions extends Pick<ProxyAgent.Options, 'requestTls'> {
  /** What the connections to origins have in common. */
  readonly shape?: {
    readonly connections: number;
    readonly maxHeaderSize: number;
    readonly headersTimeout: number;
    readonly bodyTimeout: number;
  };
  /** Wraps the connections that carry answers. */
  readonly wrap?: WrapConnector;
}

interface ConnectOptions {
  readonly connect: buildConnector.connector;
}

const unchanged: WrapConnector = (connect) => connect;

/** Sends requests through a proxy, and blames it for what fails on the way there. */
export function createProxyAgent(uri: string, options: ProxyAgentOptions = {}): Dispatcher {
  const { Pool, ProxyAgent } = undici();
  const { requestTls = {}, shape = {}, wrap = unchanged } = options;
  const proxy = new URL(uri);
  // undici refuses them, while curl passes over them.
  proxy.pathname = proxy.search = proxy.hash = '';
  return new ProxyAgent({
    uri: proxy.href,
    ...proofIn(proxy),
    // Many proxies allow tunnels to port 443 only.
    proxyTunnel: false,
    requestTls,
    ...shape,
    clientFactory: (address, { connect }: ConnectOptions) =>
      new Pool(address, { connect: blaming(connect, () => true) }),
    // By default the agent passes none of this on to the connections it makes for plain pages.
    factory: (origin, { connect }: ConnectOptions) =>
      new Pool(origin, { ...shape, connect: wrap(blaming(connect, isOfTunnel)) }),
  });
}

/**
 * undici itself proves nothing by a user without a password, such as an access token, fails for a `%` that is none, and takes
 * user and password as they are written to a SOCKS proxy.
 */
function proofIn(proxy: URL): Readonly<Record<string, string>> {
  const username = decodePercent(proxy.username);
  const password = decodePercent(proxy.password);
  if (username === '' && password === '') return {};
  return { username, password, token: basicAuthorization(username, password) };
}

/**
 * Blames the proxy for what fails before there is a way through it. Above all, undici connects again at once, and without end, if
 * a socket closed while a connection was made, as where a proxy closes it instead of making a tunnel.
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
