import { rootCertificates } from 'node:tls';

export interface Trust {
  /** Do not verify certificates. */
  readonly insecure: boolean;
  /** Certificates (PEM) to trust besides those Node knows; empty for none. */
  readonly authorities: readonly string[];
}

/**
 * Trust as Node's TLS takes it. `ca` replaces what Node trusts by itself, `NODE_EXTRA_CA_CERTS` included, so it is set
 * only where there is something to add.
 */
export function tlsOptionsOf({ insecure, authorities }: Trust): {
  rejectUnauthorized: boolean;
  ca?: string[];
} {
  const rejectUnauthorized = !insecure;
  return authorities.length === 0
    ? { rejectUnauthorized }
    : { rejectUnauthorized, ca: [...rootCertificates, ...authorities] };
}
