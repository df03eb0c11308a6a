import { elementsIn } from '../../kit/nodes-in.js';
import type { Observation } from '../../model/verdict.js';

/** Seconds. Pages that are there to be read move on too, but only when a session has lasted too long. */
const longestGlance = 10;

/** Whether a page sends browsers on by a refresh before anybody can read it. */
export function movesOn({ page, answer, tree }: Observation): boolean {
  if (page?.links.some(({ kind }) => kind === 'refresh') !== true) return false;
  const refresh = answer.headers['refresh'] ?? refreshOf(tree());
  return Number.parseFloat(refresh ?? '') <= longestGlance;
}

const unread: ReadonlySet<string> = new Set(['noscript']);

function refreshOf(tree: ReturnType<Observation['tree']>): string | undefined {
  for (const { name, attribs } of elementsIn(tree, unread))
    if (name === 'meta' && attribs['http-equiv']?.toLowerCase() === 'refresh') return attribs['content'];
  return undefined;
}
