import { unopened, type DocumentState, type Sighting } from '../../model/task-report.js';
import type { Verdict } from '../../model/verdict.js';
import { isGenericLabel } from '../list/generic-label.js';
import type { Match } from '../matching/match.js';
import type { Ground } from './ground.js';
import type { Holding } from './holdings.js';
import type { LibraryPlace } from './library.js';
import { overlap, placeAt, type PlaceSet } from './place-set.js';
import type { RatedSighting } from './reasons.js';

/** A match as a sighting, with what it is ranked by. */
export interface RatedMatch extends RatedSighting {
  readonly places: PlaceSet;
  readonly lag: number;
  readonly ownTitle: string | null;
}

/** What is known of matches, in the order in which they come. */
export function rateMatches(matches: readonly Match[], ground: Ground): readonly RatedMatch[] {
  return matches.flatMap((match) => rateMatch(match, ground));
}

/** The same, the best first. */
export function rankMatches(matches: readonly Match[], ground: Ground): readonly RatedMatch[] {
  return rateMatches(matches, ground).toSorted(
    (one, other) => preference(one) - preference(other) || behind(one) - behind(other),
  );
}

function rateMatch(match: Match, ground: Ground): readonly RatedMatch[] {
  const holding = ground.library.holdings[match.candidate];
  if (holding === undefined) return [];
  const verdict = ground.verdictOf(holding.resource);
  return [
    {
      sighting: sightingOf(match, holding, verdict, ground.places),
      state: stateOf(match, verdict),
      places: holding.places,
      lag: match.lag,
      ownTitle: holding.ownTitle,
    },
  ];
}

function sightingOf(
  match: Match,
  holding: Holding,
  verdict: Verdict | null,
  places: readonly LibraryPlace[],
): Sighting {
  return {
    resource: holding.resource,
    url: holding.url,
    title: holding.names.find((name) => !isGenericLabel(name)) ?? match.by,
    language: match.language,
    version: match.version,
    evidence: match.evidence,
    reason: match.reason,
    verdict,
    places: places.flatMap(({ id }, at) => (overlap(holding.places, placeAt(at)) ? [id] : [])),
  };
}

/**
 * The state of a match. A link in the right language that does not open is what partners run into, whatever else is there. The
 * very address that a list names is what the list means, whatever language its page claims.
 */
function stateOf(match: Match, verdict: Verdict | null): DocumentState {
  const state = verdict?.state ?? 'healthy';
  if (match.otherLanguage && match.evidence !== 'same-url')
    return state === 'broken' ? 'missing' : 'other-language';
  if (state === 'broken') return 'broken';
  if (state === 'not-checked') return verdict?.behindSignIn === true ? 'sign-in' : 'not-checked';
  return match.version === 'older' ? 'older-version' : 'available';
}

/**
 * What to prefer, the best first. What the list means may be there (`unopened-as-listed`), however another link of that name
 * fares.
 */
const order: readonly (DocumentState | 'unopened-as-listed')[] = [
  'available',
  'unopened-as-listed',
  'broken',
  'sign-in',
  'not-checked',
  'older-version',
  'other-language',
];

function preference({ state, sighting }: RatedMatch): number {
  const isAsListed = sighting.evidence === 'same-url' && unopened.has(state);
  const at = order.indexOf(isAsListed ? 'unopened-as-listed' : state);
  return at < 0 ? order.length : at;
}

/** Whether it says something of the document, be it that it does not open. */
export function isFound({ state }: RatedMatch): boolean {
  return order.includes(state);
}

/** Whether the document may be had there. */
export function isThere(one: RatedMatch): boolean {
  return isFound(one) && one.state !== 'broken';
}

/** Of older versions the newest is the best. */
function behind({ state, lag }: RatedMatch): number {
  return state === 'older-version' ? lag : 0;
}
