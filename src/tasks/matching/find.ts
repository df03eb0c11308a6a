import { readAddress } from './address.js';
import type { CandidateIndex, KnownName } from './candidate-index.js';
import { evidenceFor, type Clue } from './clues.js';
import type { Lexicon } from './lexicon.js';
import { evidences, reasonOf, type Expected, type Match } from './match.js';
import { seek, type Sought } from './sought.js';

/** What was found, split by whether anything speaks against it. */
export interface FoundMatches {
  readonly sought: Sought;
  readonly sure: readonly Match[];
  readonly unsure: readonly Match[];
}

const most = 50;
const scores = { sure: 1, unsure: 0.9 } as const;

/** Finds candidates by all kinds of evidence, each once, by its strongest. */
export function findMatches(expected: Expected, index: CandidateIndex, lexicon: Lexicon): FoundMatches {
  const sought = seek(expected, lexicon);
  const matches = new Map<number, Match>();
  const unsure = new Map<number, Match>();
  for (const { at, evidence, by, certain } of evidenceFor(sought, index)) {
    const known = matches.get(at);
    if (known !== undefined && evidences.indexOf(known.evidence) <= evidences.indexOf(evidence)) continue;
    if (certain) matches.set(at, matchOf(sought, index, { at, evidence, by }, scores.sure));
    else if (!unsure.has(at)) unsure.set(at, matchOf(sought, index, { at, evidence, by }, scores.unsure));
    if (matches.size + unsure.size > most) break;
  }
  return { sought, ...partTranslations(matches, unsure, index) };
}

/** Splits matches into sure and unsure ones. If several different names could be the translation, none of them is sure. */
function partTranslations(
  matches: Map<number, Match>,
  unsure: Map<number, Match>,
  index: CandidateIndex,
): Pick<FoundMatches, 'sure' | 'unsure'> {
  const translations = [...matches.values()].filter((match) => match.evidence === 'translation');
  const surfaces = new Set(translations.map((match) => surfaceNamed(index, match)));
  if (surfaces.size > 1)
    for (const match of translations) {
      matches.delete(match.candidate);
      unsure.set(match.candidate, {
        ...match,
        evidence: 'likely',
        reason: reasonOf('likely', match.by, match.by),
        score: scores.unsure,
      });
    }
  const sure = [...matches.values()].sort((one, other) => rank(one) - rank(other));
  const rest = [...unsure.values()].filter((match) => !matches.has(match.candidate));
  return { sure, unsure: rest };
}

function surfaceNamed(index: CandidateIndex, match: Match): string {
  return index.namesOf(match.candidate).find(({ name }) => name.text === match.by)?.name.surface ?? match.by;
}

function rank(match: Match): number {
  return evidences.indexOf(match.evidence) * 2 + (match.otherLanguage ? 1 : 0);
}

/** Describes a candidate against what is expected. */
export function matchOf(
  sought: Sought,
  index: CandidateIndex,
  { at, evidence, by }: Pick<Clue, 'at' | 'evidence' | 'by'>,
  score: number,
): Match {
  const candidate = index.candidates[at];
  const names = index.namesOf(at);
  const named = names.find(({ name }) => name.text === by) ?? names[0];
  const address = candidate?.urls
    .map((url) => readAddress(url)?.language ?? null)
    .find((language) => language !== null);
  const language =
    candidate?.language ??
    names.find(({ name }) => name.marked !== null)?.name.marked ??
    address ??
    named?.name.language ??
    'en';
  return {
    candidate: at,
    evidence,
    reason: reasonOf(
      evidence,
      sought.expected.title === '' ? (sought.expected.url ?? '') : sought.expected.title,
      by,
    ),
    by,
    language,
    otherLanguage: sought.language !== null && sought.language !== language,
    ...compareVersions(sought.names, names),
    score,
  };
}

function compareVersions(
  ours: readonly KnownName[],
  theirs: readonly KnownName[],
): Pick<Match, 'version' | 'lag'> {
  for (const { name: our } of ours)
    for (const { name: their } of theirs) {
      if (our.version === null || their.version?.kind !== our.version.kind) continue;
      const difference = their.version.value - our.version.value;
      if (difference < 0) return { version: 'older', lag: -difference };
      return { version: difference === 0 ? 'same' : 'newer', lag: 0 };
    }
  return { version: 'unknown', lag: 0 };
}
