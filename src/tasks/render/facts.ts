import type { Attempt } from '../../model/resource.js';
import type { Trail } from '../../model/trail.js';

/** What an answer shows of one resource beside its verdict. */
export interface ResourceFacts {
  /** Oldest first. */
  readonly attempts: readonly Attempt[];
  /** Request ids by header name. */
  readonly correlation: Readonly<Record<string, string>>;
  readonly trail: Trail;
  /** Milliseconds since 1970-01-01T00:00:00Z; `null` if it never was, or nobody knows. */
  readonly lastHealthy: number | null;
}

/** Looks facts up by resource id; `null` if there are none. */
export type FactsOf = (resource: number) => ResourceFacts | null;

/** The same in the form that partners write complaints in: `[Playbook] - [Resource] › [heading] - [link text]`. */
export function writeComplaint(trail: Trail): string {
  const last = trail.at(-1);
  if (last === undefined) return '';
  const parts = [last.place, [...last.headings, last.text]];
  return parts
    .map((names) =>
      names
        .filter((name) => name !== '')
        .map((name) => `[${name}]`)
        .join(' - '),
    )
    .filter((part) => part !== '')
    .join(' › ');
}

/** `[FastTrack Playbook] - [Resource] - [Services Workshops] › heading › link text`, as partners name a place. */
export function writeTrail(trail: Trail): string {
  const last = trail.at(-1);
  if (last === undefined) return '';
  const place = last.place.map((part) => `[${part}]`).join(' - ');
  return [place, ...last.headings.map((heading) => `[${heading}]`), `[${last.text}]`]
    .filter((part) => part !== '' && part !== '[]')
    .join(' › ');
}
