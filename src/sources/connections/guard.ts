import { isFileUrl } from '../../kit/urls/file-url.js';
import { isLoopback, isPrivateAddress, isPrivateHost } from './private-address.js';

/** Keeps public pages from leading the walk into the private network it runs in. */
export interface Guard {
  /** A seed's own host: whatever it resolves to, the user named it. */
  trusts(hostname: string, port: string): boolean;
  /** Whether a resolved address is forbidden. */
  forbids(address: string): boolean;
}

/**
 * Trusts the host and port of every seed, and every port where the seed itself names a private address. If every seed is
 * on this machine no public page is walked, so all of the machine's own addresses are open.
 */
export function createGuard(seeds: readonly string[], allowPrivate: boolean): Guard {
  if (allowPrivate) return { trusts: () => true, forbids: () => false };
  // A file names no host: where it links to is as foreign as where a public page links to.
  const urls = seeds.filter((seed) => !isFileUrl(seed)).map((seed) => new URL(seed));
  const trusted = new Set(urls.map((url) => (isPrivateHost(url.hostname) ? url.hostname : hostAndPort(url))));
  const atHome = urls.length > 0 && urls.every((url) => isLoopback(url.hostname));
  return {
    trusts: (hostname, port) => trusted.has(hostname) || trusted.has(`${hostname}:${port}`),
    forbids: (address) => isPrivateAddress(address) && !(atHome && isLoopback(address)),
  };
}

function hostAndPort({ hostname, port, protocol }: URL): string {
  return `${hostname}:${port === '' ? defaultPort(protocol) : port}`;
}

/** The port of a URL that does not name one. */
export function defaultPort(protocol: string): string {
  return protocol === 'https:' ? '443' : '80';
}
