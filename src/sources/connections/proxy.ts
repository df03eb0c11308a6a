import ipaddr from 'ipaddr.js';
import { SetupError } from '../../model/problem.js';
import { defaultPort } from './guard.js';
import { isLoopback } from './private-address.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The proxy to ask for an origin; `null` to connect to it directly. */
export type ProxyFor = (origin: string) => string | null;

/**
 * Reads `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy`, lower case first, as curl does. Nothing on this machine is asked
 * for through a proxy: there the same address means the proxy's machine. Throws a `SetupError` if an address makes no sense.
 */
export function proxiesOf(environment: Environment): ProxyFor | null {
  const read = (name: string): string => (environment[name] ?? environment[name.toUpperCase()] ?? '').trim();
  const both = proxyUrl('all_proxy', read('all_proxy'));
  const http = proxyUrl('http_proxy', read('http_proxy')) ?? both;
  const https = proxyUrl('https_proxy', read('https_proxy')) ?? both;
  if (http === null && https === null) return null;
  const exceptions = read('no_proxy')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '');
  const chosen = new Map<string, string | null>();
  const choose = (origin: string): string | null => {
    const url = new URL(origin);
    if (isLoopback(url.hostname) || isExcepted(url, exceptions)) return null;
    return url.protocol === 'https:' ? https : http;
  };
  return (origin) => {
    const known = chosen.get(origin);
    if (known !== undefined) return known;
    const proxy = choose(origin);
    chosen.set(origin, proxy);
    return proxy;
  };
}

/**
 * An entry names a host and its subdomains, with or without a leading dot or a port, or a range of addresses (`10.0.0.0/8`); `*`
 * names every host.
 */
function isExcepted({ hostname, port, protocol }: URL, exceptions: readonly string[]): boolean {
  const actualPort = port === '' ? defaultPort(protocol) : port;
  return exceptions.some((entry) => {
    if (entry === '*') return true;
    if (ipaddr.isValidCIDR(entry)) return isInRange(hostname, entry);
    // Without brackets it has no port: its last part only looks like one.
    if (ipaddr.IPv6.isValid(entry)) return isInRange(hostname, `${entry}/128`);
    const [, host = entry, onlyPort] = /^(.+?):(\d+)$/.exec(entry) ?? [];
    if (onlyPort !== undefined && onlyPort !== actualPort) return false;
    const name = host.replace(/^\*?\./, '');
    return hostname === name || hostname.endsWith(`.${name}`);
  });
}

function isInRange(hostname: string, range: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '');
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  const [network, bits] = ipaddr.parseCIDR(range);
  return parsed.kind() === network.kind() && parsed.match(network, bits);
}

function proxyUrl(name: string, value: string): string | null {
  if (value === '') return null;
  const href = value.includes('://') ? value : `http://${value}`;
  if (URL.canParse(href) && /^(https?|socks5?):/i.test(href)) return href;
  throw new SetupError([
    { place: {}, message: `the environment variable ${name} is not the address of a proxy` },
  ]);
}
