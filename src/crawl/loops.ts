import type { Target } from '../model/target.js';
import type { Redirect } from './state/walk-state.js';

/** The targets whose redirects lead back to themselves: one for each loop, entered from the redirect with the smallest id. */
export function findLoops(redirects: ReadonlyMap<number, Redirect>): readonly Target[] {
  const visited = new Set<number>();
  const loops: Target[] = [];
  for (const start of [...redirects.keys()].sort((a, b) => a - b)) {
    const path = new Set<number>();
    let id = start;
    for (let next = redirects.get(id); next !== undefined && !visited.has(id); next = redirects.get(id)) {
      visited.add(id);
      path.add(id);
      id = next.to;
    }
    const member = path.has(id) ? redirects.get(id) : undefined;
    if (member !== undefined) loops.push(member.target);
  }
  return loops;
}
