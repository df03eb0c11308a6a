import type { ExpectedDocument, Task } from '../../model/task.js';
import {
  stateOfDocument,
  unopened,
  worseState,
  type DocumentAnswer,
  type DocumentState,
  type PlaceAnswer,
  type Sighting,
  type TaskAnswer,
} from '../../model/task-report.js';
import type { Text } from '../../model/text.js';
import type { Verdict } from '../../model/verdict.js';
import { isGenericLabel } from '../list/generic-label.js';
import type { Expected, Match } from '../matching/match.js';
import type { Ground } from './ground.js';
import type { Holding } from './holdings.js';
import { noPlaces, overlap, placeAt, type PlaceSet } from './place-set.js';
import {
  behindReason,
  doubtfulReason,
  elsewhereReason,
  missingReason,
  reasonHere,
  unseenReason,
  type RatedSighting,
} from './reasons.js';
import { eachDocument } from './several.js';
import type { LibraryPlace } from './library.js';

/** A sighting with what it is ranked by. */
interface Ranked extends RatedSighting {
  readonly places: PlaceSet;
  readonly lag: number;
  readonly ownTitle: string | null;
}

interface RankedMatches {
  readonly expected: Expected;
  /** The best first. */
  readonly ranked: readonly Ranked[];
  readonly suggestions: readonly Ranked[];
}

/** Answers for one task, with each of its documents at each place. */
export function answerTask(task: Task, ground: Ground): TaskAnswer {
  const alone = task.documents.length === 1;
  const documents = task.documents
    .flatMap((document) => eachDocument(document, ground))
    .map((document) => answerDocument(task, document, alone, ground));
  const state = documents.map(stateOfDocument).reduce<DocumentState | null>(worseState, null);
  return { task, documents, state };
}

function answerDocument(
  task: Task,
  document: ExpectedDocument,
  alone: boolean,
  ground: Ground,
): DocumentAnswer {
  const expected = { ...document, task: task.id, alone };
  const ranked = ground.finder
    .find(expected)
    .flatMap((match) => rankMatch(match, ground))
    .sort((one, other) => preference(one) - preference(other) || behind(one) - behind(other));
  // Where it was found there is no need to guess, which is the costly part.
  const lost = !ranked.some(({ state }) => state !== 'broken' && order.includes(state));
  const suggestions = lost
    ? ground.finder.suggest(expected).flatMap((match) => rankMatch(match, ground))
    : [];
  return {
    title: titleOf(task, document, ranked),
    url: document.url,
    places: ground.places.map((place, at) =>
      answerPlace(place, placeAt(at), { expected, ranked, suggestions }, ground),
    ),
    sightings: ranked.map(({ sighting }) => sighting),
    suggestions: suggestions.map(({ sighting }) => sighting),
  };
}

/** The title of a document. If the list has only a generic one, that of its page, else the name of the task. */
function titleOf({ names }: Task, { title }: ExpectedDocument, ranked: readonly Ranked[]): string {
  if (!isGenericLabel(title)) return title;
  const page = ranked.find(({ sighting }) => sighting.evidence === 'same-url')?.ownTitle;
  return [page, names.en, names.ja].find((name) => name != null && !isGenericLabel(name)) ?? title;
}

function rankMatch(match: Match, ground: Ground): readonly Ranked[] {
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

const order: readonly DocumentState[] = [
  'available',
  'broken',
  'sign-in',
  'not-checked',
  'older-version',
  'other-language',
];

function preference({ state, sighting }: Ranked): number {
  // What the list means may be there, however another link of that name fares.
  if (sighting.evidence === 'same-url' && unopened.has(state)) return order.indexOf('broken') - 0.5;
  const at = order.indexOf(state);
  return at < 0 ? order.length : at;
}

/** Of older versions the newest is the best. */
function behind({ state, lag }: Ranked): number {
  return state === 'older-version' ? lag : 0;
}

function answerPlace(
  place: LibraryPlace,
  own: PlaceSet,
  { expected, ranked, suggestions }: RankedMatches,
  { library, mayBeBehind }: Ground,
): PlaceAnswer {
  const here = asVersioned(ranked.filter(({ places }) => overlap(places, own)));
  const best = here.find(({ state }) => order.includes(state));
  const answer = (state: DocumentState, reason: Text): PlaceAnswer => ({
    place: place.id,
    title: place.title,
    state,
    reason,
    sightings: here.map(({ sighting }) => sighting),
  });
  if (best !== undefined) return answer(best.state, reasonHere(best, place));
  const there = ranked.find(({ state }) => state !== 'broken' && order.includes(state));
  if (overlap(library.unseen, own)) return answer('not-checked', unseenReason(place));
  if (mayBeBehind(expected, own)) return answer('not-checked', behindReason(place));
  if (there !== undefined) {
    // Where no place has it, or shows a broken one instead, that nobody knows whether it opens is all there is to say of it.
    const shown = ranked.find(({ places }) => overlap(places, there.places));
    const isDoubtful = unopened.has(there.state) && shown !== there;
    return answer(isDoubtful ? there.state : 'elsewhere', elsewhereReason(place, there));
  }
  // The address that the list names is what it means, whatever has nearly the same name, unless a place is known to have it.
  const named = ranked.find(
    ({ sighting, state, places }) =>
      sighting.evidence === 'same-url' && state === 'broken' && places === noPlaces,
  );
  if (named !== undefined) return answer('broken', reasonHere(named, place));
  const suggestion = suggestions.find(({ places }) => overlap(places, own)) ?? suggestions[0];
  if (suggestion !== undefined) return answer('possibly-renamed', doubtfulReason(place, suggestion.sighting));
  return answer('missing', missingReason(place));
}

/** Leaves out pages without a version if only older versions are known: such a page is no newer than the file it stands for. */
function asVersioned(here: readonly Ranked[]): readonly Ranked[] {
  const versions = new Set(here.map(({ sighting }) => sighting.version));
  if (!versions.has('older') || versions.has('same') || versions.has('newer')) return here;
  return here.filter(({ sighting, state }) => sighting.version !== 'unknown' || state !== 'available');
}
