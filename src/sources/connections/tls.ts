import { rootCertificates } from 'node:tls';
import { parseUrl } from '../../kit/url.js';

export interface Trust {
  /** Do not verify certificates, be it of any host or of those named. */
  readonly insecure: boolean | readonly string[];
  /** Certificates (PEM) to trust besides those Node knows; empty for none. */
  readonly authorities: readonly string[];
}

/** Whether a host, named as in a URL or as a socket has it, must prove by its certificate that it is the one. */
export function mustProveItself({ insecure }: Trust, host: string): boolean {
  if (typeof insecure === 'boolean') return !insecure;
  const asked = nameOf(host);
  return !insecure.some((name) => nameOf(name) === asked);
}

/** The same however it is written: in capitals, in another script, an IPv6 address with or without its brackets. */
function nameOf(host: string): string {
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
