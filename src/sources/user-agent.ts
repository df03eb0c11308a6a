/** The name by which robots.txt files know us. */
export const robotsToken = 'playbook-health';

/** The `User-Agent` of requests, unless the configuration has another. Firewalls turn away names that speak of links or bots. */
export function defaultUserAgent(version: string): string {
  return `${robotsToken}/${version}`;
}
