import type { CandidateIndex } from './candidate-index.js';
import { matchOf, seek, type Sought } from './find.js';
import type { Lexicon } from './lexicon.js';
import type { Evidence, Expected, Match } from './match.js';
import type { Name } from './name.js';
import { likeness } from './similarity.js';

interface Known {
  readonly known: readonly Match[];
  readonly unsure: readonly Match[];
  readonly limit?: number;
  readonly atLeast?: number;
}

const mostPostings = 2000;
const mostScored = 30;

/** Candidates that may be the document under another name, likeliest first. */
export function suggestMatches(
  expected: Expected,
  index: CandidateIndex,
  lexicon: Lexicon,
  { known, unsure, limit = 5, atLeast = 0.44 }: Known,
): readonly Match[] {
  const sought = seek(expected, lexicon);
  const taken = new Set([...known, ...unsure].map((match) => match.candidate));
  const suggestions = [...unsure];
  for (const at of sharers(sought, index, lexicon)) {
    if (taken.has(at)) continue;
    const best = bestName(sought, at, index, lexicon);
    if (best === null || best.score < atLeast) continue;
    suggestions.push(matchOf(sought, index, { at, evidence: best.evidence, by: best.by }, best.score));
  }
  return suggestions
    .sort((one, other) => other.score - one.score || one.candidate - other.candidate)
    .slice(0, limit);
}

/** Candidates that share most with what is sought, by its rarest words first; work is bounded. */
function sharers(sought: Sought, index: CandidateIndex, lexicon: Lexicon): readonly number[] {
  const concepts = new Set(sought.names.flatMap(({ name }) => name.concepts.flatMap(lexicon.readings)));
  const postings = [...concepts]
    .map((concept) => index.byConcept.get(concept))
    .filter((candidates) => candidates.length > 0)
    .sort((one, other) => one.length - other.length);
  const counts = new Map<number, number>();
  let read = 0;
  for (const candidates of postings) {
    const left = mostPostings - read;
    if (left <= 0) break;
    for (const at of candidates.slice(0, left)) counts.set(at, (counts.get(at) ?? 0) + 1);
    read += candidates.length;
  }
  return mostShared(counts);
}

/** Those with the greatest counts, the greatest first: counts are few, so there is nothing to sort. */
function mostShared(counts: ReadonlyMap<number, number>): readonly number[] {
  const greatest = Math.max(0, ...counts.values());
  const most: number[] = [];
  for (let wanted = greatest; wanted > 0 && most.length < mostScored; wanted--)
    for (const [at, count] of counts) if (count === wanted && most.length < mostScored) most.push(at);
  return most;
}

interface Best {
  readonly by: string;
  readonly score: number;
  readonly evidence: Evidence;
}

function bestName(sought: Sought, at: number, index: CandidateIndex, lexicon: Lexicon): Best | null {
  let best: Best | null = null;
  for (const ours of sought.names)
    for (const theirs of index.namesOf(at)) {
      const score = likeness(ours.name, theirs.name, lexicon);
      if (score <= (best?.score ?? 0)) continue;
      best = { by: theirs.name.text, score, evidence: kindOf(ours.name, theirs.name, score, lexicon) };
    }
  return best;
}

function kindOf(ours: Name, theirs: Name, score: number, lexicon: Lexicon): Evidence {
  if (score < 0.999) return 'near-title';
  const renamed = productsOf(ours) !== productsOf(theirs);
  return renamed && productsOf(ours, lexicon) === productsOf(theirs, lexicon) ? 'renamed' : 'likely';
}

function productsOf(name: Name, lexicon?: Lexicon): string {
  return name.concepts
    .filter((concept) => concept.startsWith('product:'))
    .map((concept) => lexicon?.readings(concept)[0] ?? concept)
    .sort()
    .join(' ');
}
