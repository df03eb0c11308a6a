import type { ExpectedDocument, Task } from '../../model/task.js';
import {
  stateOfDocument,
  unopened,
  worseState,
  type DocumentAnswer,
  type DocumentState,
  type PlaceAnswer,
  type TaskAnswer,
} from '../../model/task-report.js';
import type { Text } from '../../model/text.js';
import { isGenericLabel } from '../list/generic-label.js';
import type { Expected } from '../matching/match.js';
import type { Ground } from './ground.js';
import type { LibraryPlace } from './library.js';
import { noPlaces, overlap, placeAt, type PlaceSet } from './place-set.js';
import { isFound, isThere, rankMatches, rateMatches, type RatedMatch } from './rank.js';
import {
  behindReason,
  doubtfulReason,
  elsewhereReason,
  missingReason,
  reasonHere,
  unseenReason,
} from './reasons.js';
import { eachDocument } from './several.js';

/** What was found of a document. */
interface RankedMatches {
  readonly expected: Expected;
  /** The best first. */
  readonly ranked: readonly RatedMatch[];
  readonly suggestions: readonly RatedMatch[];
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
  const ranked = rankMatches(ground.finder.find(expected), ground);
  // Where it was found there is no need to guess, which is the costly part.
  const suggestions = ranked.some(isThere) ? [] : rateMatches(ground.finder.suggest(expected), ground);
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
function titleOf({ names }: Task, { title }: ExpectedDocument, ranked: readonly RatedMatch[]): string {
  if (!isGenericLabel(title)) return title;
  const page = ranked.find(({ sighting }) => sighting.evidence === 'same-url')?.ownTitle;
  return [page, names.en, names.ja].find((name) => name != null && !isGenericLabel(name)) ?? title;
}

function answerPlace(
  place: LibraryPlace,
  own: PlaceSet,
  { expected, ranked, suggestions }: RankedMatches,
  { library, mayBeBehind }: Ground,
): PlaceAnswer {
  const here = asVersioned(ranked.filter(({ places }) => overlap(places, own)));
  const best = here.find(isFound);
  const answer = (state: DocumentState, reason: Text): PlaceAnswer => ({
    place: place.id,
    title: place.title,
    state,
    reason,
    sightings: here.map(({ sighting }) => sighting),
  });
  if (best !== undefined) return answer(best.state, reasonHere(best, place));
  const there = ranked.find(isThere);
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
function asVersioned(here: readonly RatedMatch[]): readonly RatedMatch[] {
  const versions = new Set(here.map(({ sighting }) => sighting.version));
  if (!versions.has('older') || versions.has('same') || versions.has('newer')) return here;
  return here.filter(({ sighting, state }) => sighting.version !== 'unknown' || state !== 'available');
}
