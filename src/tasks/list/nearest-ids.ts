import { nearest } from '../../kit/text/nearest.js';

const mostIds = 5;

/** The known task ids nearest to an unknown one: those a typing error away, nearest first, then those next to it in number. */
export function nearestIds(id: string, known: readonly string[]): readonly string[] {
  const slips = nearest(id, known, mostIds);
  const wanted = Number(id);
  const neighbours = [...known].sort(
    (one, other) => Math.abs(Number(one) - wanted) - Math.abs(Number(other) - wanted),
  );
  return [...new Set([...slips, ...neighbours])].slice(0, mostIds);
}
