/** The hosts of the demo, by what they stand for. */
export const hostNames = [
  'hub',
  'community',
  'documents',
  'sharePoint',
  'shortLinks',
  'searchHome',
  'signIn',
  'learn',
  'events',
  'busy',
  'firewall',
  'attic',
] as const;
export type HostName = (typeof hostNames)[number];

/** Where nobody can be reached: an expired certificate, a port nobody listens on, a name that does not resolve. */
export type LostName = 'expired' | 'unplugged' | 'vanished';

/** Another name of the documents host. */
export type OtherName = 'documentsByName';

export type OriginName = HostName | LostName | OtherName;
export type Origins = Readonly<Record<OriginName, string>>;

/** All a portal needs to know to make its pages: the same world makes the same pages. */
export interface DemoWorld {
  readonly origins: Origins;
  /** Nights since the demo's first one; content changes from night to night as `nights.ts` tells. */
  readonly night: number;
  /** Milliseconds since 1970-01-01T00:00:00Z; shows only where a real portal stamps its pages. */
  readonly now: () => number;
}

const firstNight = Date.UTC(2026, 10, 16, 18);
const oneDay = 86_400_000;

/** The `Last-Modified` of something that last changed on that night; before the demo's first one: a month earlier. */
export function modifiedOn(night: number): number {
  return night === 0 ? firstNight - 30 * oneDay : firstNight + night * oneDay;
}
