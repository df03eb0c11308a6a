/** The name by which robots.txt files know us. */
export const robotsToken = 'playbook-health';

/** Who we say we are, unless told otherwise. */
export function defaultUserAgent(version: string): string {
  return `${robotsToken}/${version} (link checker)`;
}
