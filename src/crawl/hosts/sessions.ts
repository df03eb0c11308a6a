import { identifyHref } from '../../kit/urls/url.js';
import type { SourceConfig } from '../../model/config.js';
import type { Answer } from '../../model/fetch.js';
import type { Target } from '../../model/target.js';
import { createCanaryTarget } from '../targets/create-target.js';

/**
 * Watches whether sources are still signed in, each by its canary: a page that shows a certain text while the session is
 * alive. What was seen since the canary last showed it is in doubt.
 */
export interface Sessions {
  /** The canaries to ask before anything else. */
  readonly first: () => readonly Target[];
  /** Notes a target that was settled; returns the canary if it is time to ask for it. */
  readonly settled: (target: Target) => Target | null;
  /** Takes in a canary's answer; returns what is in doubt if it shows that the session has ended. */
  readonly heard: (canary: Target, answer: Answer) => readonly Target[];
  /** The canaries to ask once more at the end. */
  readonly last: () => readonly Target[];
  readonly hasEnded: (source: string | null) => boolean;
  /** The detail of what could not be seen signed in: `canary` if the canary never showed that the session was alive. */
  readonly detailOf: (source: string | null) => string;
}

interface Session {
  readonly source: string;
  readonly url: string;
  readonly contains: string;
  ended: boolean;
  lived: boolean;
  /** Settled since the canary last showed that the session was alive. */
  doubtful: Target[];
  /** How many of them were settled before the canary under way was asked for; `null` if none is under way. */
  asked: number | null;
}

/** A session may end between any two answers, but asking after each would double the walk. */
const answersBetweenCanaries = 50;

/** Sessions of the sources that name a canary. */
export function createSessions(sources: readonly SourceConfig[]): Sessions {
  const sessions = new Map(
    sources.flatMap((source) => sessionOf(source)).map((session) => [session.source, session]),
  );
  const ask = (session: Session): Target => {
    session.asked = session.doubtful.length;
    return createCanaryTarget(session.source, session.url);
  };
  return {
    first: () => [...sessions.values()].map(ask),
    settled: (target) => {
      const session = target.source === null ? undefined : sessions.get(target.source);
      if (session === undefined || session.ended) return null;
      session.doubtful.push(target);
      return session.asked === null && session.doubtful.length >= answersBetweenCanaries
        ? ask(session)
        : null;
    },
    heard: ({ source }, answer) => {
      const session = source === null ? undefined : sessions.get(source);
      if (session === undefined) return [];
      const before = session.asked ?? 0;
      session.asked = null;
      switch (lifeOf(session, answer)) {
        case 'unknown':
          return [];
        case 'alive':
          session.lived = true;
          session.doubtful = session.doubtful.slice(before);
          return [];
        case 'ended':
          session.ended = true;
          return session.doubtful;
      }
    },
    last: () =>
      [...sessions.values()].filter(({ ended, doubtful }) => !ended && doubtful.length > 0).map(ask),
    hasEnded: (source) => source !== null && sessions.get(source)?.ended === true,
    detailOf: (source) => (source !== null && sessions.get(source)?.lived === false ? 'canary' : ''),
  };
}

function sessionOf({ id, canary }: SourceConfig): readonly Session[] {
  const url = canary === undefined ? null : identifyHref(canary.url);
  if (canary === undefined || url === null) return [];
  const { contains } = canary;
  return [{ source: id, url, contains, ended: false, lived: false, doubtful: [], asked: null }];
}

/** A host in trouble says nothing about the session. */
function lifeOf({ contains }: Session, { outcome, body, charset }: Answer): 'alive' | 'ended' | 'unknown' {
  if (outcome.kind === 'failed' || outcome.status === 429 || outcome.status >= 500) return 'unknown';
  if (outcome.status !== 200 || body === null) return 'ended';
  return decode(body.bytes, charset).includes(contains) ? 'alive' : 'ended';
}

function decode(bytes: Uint8Array, charset: string | null): string {
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
