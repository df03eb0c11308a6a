import type { IncomingHttpHeaders } from 'node:http';
import { redactUrl } from '../../kit/urls/redact.js';
import { certificateHeader, keptHeaders, policyHeader } from '../../model/resource.js';
import { headerOf, readable } from '../wire/headers.js';

/** The longest header value a snapshot keeps. */
const longestHeader = 1024;
/** What is kept of a policy. */
const upgrade = 'upgrade-insecure-requests';

/** The headers of an answer that a snapshot keeps, and one of our own: when the host's certificate expires, if that is soon. */
export function keptHeadersOf(
  headers: IncomingHttpHeaders,
  certificateExpires: string | null,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of keptHeaders) {
    const value = valueOf(headers, name);
    if (value !== null) kept[name] = redactUrl(readable(value).slice(0, longestHeader));
  }
  if (certificateExpires !== null) kept[certificateHeader] = certificateExpires;
  return kept;
}

function valueOf(headers: IncomingHttpHeaders, name: string): string | null {
  if (name === certificateHeader) return null; // a server's own would be taken for ours
  const value = headerOf(headers, name);
  if (name !== policyHeader) return value;
  return value?.toLowerCase().includes(upgrade) === true ? upgrade : null;
}
