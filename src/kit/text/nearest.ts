import { compareTexts } from './compare-texts.js';

const longest = 64;

/**
 * The candidates a few typing errors away from a name, nearest first, then in alphabetical order; letter case does not count.
 * About one error in three letters is allowed, so the result may be offered as "did you mean".
 */
export function nearest(name: string, candidates: Iterable<string>, limit = 1): readonly string[] {
  const wanted = fold(name);
  const near: { readonly candidate: string; readonly slips: number }[] = [];
  for (const candidate of candidates) {
    const other = fold(candidate);
    const forgiven = Math.max(1, Math.floor(Math.max(wanted.length, other.length) / 3));
    if (Math.abs(wanted.length - other.length) > forgiven) continue;
    const slips = distance(wanted, other);
    if (slips <= forgiven) near.push({ candidate, slips });
  }
  near.sort((one, other) => one.slips - other.slips || compareTexts(one.candidate, other.candidate));
  return near.slice(0, limit).map(({ candidate }) => candidate);
}

/** The hint for an unknown name: the nearest candidate, else `otherwise`. */
export function didYouMean(name: string, candidates: Iterable<string>, otherwise: string): string {
  const [similar] = nearest(name, candidates);
  return similar === undefined ? otherwise : `did you mean "${similar}"?`;
}

/**
 * Damerau–Levenshtein distance in its "optimal string alignment" form: letters added, lost, replaced, and neighbours
 * swapped, in UTF-16 code units. Takes time and memory in proportion to the product of both lengths.
 */
export function distance(one: string, other: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      const added = at(current, column - 1) + 1;
      const lost = at(last, column) + 1;
      const replaced = at(last, column - 1) + (same ? 0 : 1);
      const crossed =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const swapped = crossed ? at(beforeLast, column - 2) + 1 : replaced;
      current.push(Math.min(added, lost, replaced, swapped));
    }
    beforeLast = last;
    last = current;
  }
  return at(last, other.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? 0;
}

function fold(text: string): string {
  return text.slice(0, longest).toLowerCase();
}
