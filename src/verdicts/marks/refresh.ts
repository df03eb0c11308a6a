import type { Observation } from '../../model/verdict.js';

/** Seconds. Pages that are there to be read move on too, but only when a session has lasted too long. */
const longestGlance = 10;

/** Whether a page sends browsers on by a refresh before anybody can read it. */
export function movesOn({ page, answer, tree }: Observation): boolean {
  if (page?.links.some(({ kind }) => kind === 'refresh') !== true) return false;
  const refresh =
    answer.headers['refresh'] ?? tree()('meta[http-equiv="refresh" i]:not(noscript *)').attr('content');
  return Number.parseFloat(refresh ?? '') <= longestGlance;
}
