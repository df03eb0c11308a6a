import type { CandidateIndex } from './candidate-index.js';
import { matchOf, type FoundMatches } from './find.js';
import { keyOf } from './index-table.js';
import type { Lexicon } from './lexicon.js';
import type { Evidence, Match } from './match.js';
import type { Name } from './name.js';
import { likeness, toComparables, type Comparable } from './similarity.js';

const mostSuggested = 5;
/** How similar they must be to what is sought. */
const leastScore = 0.44;
const mostPostings = 2000;
const mostScored = 30;

/** Candidates that may be the document under another name and were not found for sure, likeliest first. */
export function suggestMatches(
  { sought, sure, unsure }: FoundMatches,
  index: CandidateIndex,
  lexicon: Lexicon,
): readonly Match[] {
  const taken = new Set([...sure, ...unsure].map((match) => match.candidate));
  const wanted = toComparables(sought.names, lexicon);
  const suggestions = [...unsure];
  for (const at of sharers(wanted, index)) {
    if (taken.has(at)) continue;
    const best = bestName(wanted, at, index, lexicon);
    if (best === null || best.score < leastScore) continue;
    suggestions.push(matchOf(sought, index, { at, evidence: best.evidence, by: best.by }, best.score));
  }
  return suggestions
    .sort(
      (one, other) =>
        Number(hasSameName(other)) - Number(hasSameName(one)) ||
        other.score - one.score ||
        one.candidate - other.candidate,
    )
    .slice(0, mostSuggested);
}

/** Whether a match has the very name that is sought: a reader must not find that below others that may mean the same. */
function hasSameName({ evidence }: Match): boolean {
  return evidence === 'title' || evidence === 'file-name';
}

/** Candidates that share most concepts with what is sought, by its rarest ones first; work is bounded. */
function sharers(wanted: readonly Comparable[], { byConcept, histogram }: CandidateIndex): readonly number[] {
  const keys = [...new Set(wanted.flatMap(({ readings }) => readings.flat()))]
    .map(keyOf)
    .sort((one, other) => byConcept.count(one) - byConcept.count(other));
  let left = mostPostings;
  for (const key of keys) {
    const candidates = byConcept.get(key);
    for (let position = 0; position < candidates.length && position < left; position++)
      histogram.count(candidates[position] ?? 0);
    left -= byConcept.count(key);
  }
  return histogram.takeMost(mostScored);
}

interface Best {
  readonly by: string;
  readonly score: number;
  readonly evidence: Evidence;
}

function bestName(
  wanted: readonly Comparable[],
  at: number,
  index: CandidateIndex,
  lexicon: Lexicon,
): Best | null {
  let best: Best | null = null;
  for (const ours of wanted)
    for (const theirs of index.comparablesOf(at)) {
      const score = likeness(ours, theirs);
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
