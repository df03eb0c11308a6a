import { rootCertificates } from 'node:tls';
import { parseUrl } from '../../kit/urls/url.js';

export interface Trust {
  /** Do not verify certificates: of any host, or of the hosts named. */
  readonly insecure: boolean | readonly string[];
  /** Certificates (PEM) to trust besides those Node knows; empty for none. */
  readonly authorities: readonly string[];
}

/** Whether a host, named as in a URL or as a socket has it, must prove its identity by a certificate. */
export function mustProveItself({ insecure }: Trust, host: string): boolean {
  if (typeof insecure === 'boolean') return !insecure;
  const asked = hostnameOf(host);
  return !insecure.some((name) => hostnameOf(name) === asked);
}

/** The same however it is written: in capitals, in another script, an IPv6 address with or without brackets. */
function hostnameOf(host: string): string {
  return (
    parseUrl(`https://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}`)?.hostname ?? host
  );
}

/**
 * Trust as Node's TLS takes it. `ca` replaces what Node trusts by itself, `NODE_EXTRA_CA_CERTS` included, so it is set
 * only where there is something to add.
 */
export function tlsOptionsOf(
  { authorities }: Trust,
  rejectUnauthorized: boolean,
): {
  rejectUnauthorized: boolean;
  ca?: string[];
} {
  return authorities.length === 0
    ? { rejectUnauthorized }
    : { rejectUnauthorized, ca: [...rootCertificates, ...authorities] };
}
