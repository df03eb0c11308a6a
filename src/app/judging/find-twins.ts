import { basename } from 'node:path';
import type { FindTwins } from '../../changes/comparing/twins.js';
import type { Resource } from '../../model/resource.js';
import { isDocument } from '../../model/snapshot.js';
import { isMadeUp } from '../../model/target.js';
import { createMatcher } from '../../tasks/matching/matcher.js';

/** Kinds of evidence that are not guesses. */
const sure: ReadonlySet<string> = new Set(['same-stem', 'file-name', 'title', 'translation']);

/** Finds, by name, documents that are the same in two languages: the few new ones among all that were known. */
export const findTwinsByName: FindTwins = (arrived, snapshot, isCandidate) => {
  const found = arrived.map(() => -1);
  const candidates = arrived.map((id) => {
    const resource = snapshot.resource(id);
    return {
      urls: resource === null ? [] : [resource.url],
      names: resource === null ? [] : namesOf(resource),
    };
  });
  const finder = createMatcher().index(candidates);
  for (const resource of snapshot.resources(isCandidate)) {
    if (isMadeUp(resource) || !isDocument(resource)) continue;
    const matches = namesOf(resource).flatMap((title) => finder.find({ title, url: resource.url }));
    for (const { candidate, evidence, otherLanguage } of matches) {
      if (otherLanguage && sure.has(evidence) && found[candidate] === -1) found[candidate] = resource.id;
    }
  }
  return found;
};

function namesOf({ url, page }: Resource): readonly string[] {
  const file = basename(url.replace(/[?#].*$/s, ''));
  return [page?.title ?? '', file].filter((name) => name !== '');
}
