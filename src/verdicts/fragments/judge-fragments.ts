import { leadsToPage } from '../../model/link.js';
import type { JudgedFragment, LinkPosition } from '../../model/judged.js';
import { linkFragment, linkKind } from '../../model/links/unpack.js';
import type { Resource } from '../../model/resource.js';
import type { Snapshot } from '../../model/snapshot.js';
import { opens } from '../../model/verdict.js';
import { readChains, type Chains } from '../chains.js';
import { sign, tuning, type ActiveRule, type RuleOptions } from '../define.js';
import { verdictsOn, type JudgeOptions } from '../judge.js';
import { createAnchors, type KnownAnchors } from './anchors.js';
import { missing, missingFragment } from './rule.js';
import { placeOf } from './place.js';
import { skippedBy, type Skipped } from './skipped.js';

/** How fragments are judged. */
interface FragmentOptions extends JudgeOptions {
  /** Fragments that scripts make, or pages on which they do, as regular expressions: not looked for. */
  readonly skip: readonly string[];
  readonly tuned: RuleOptions;
}

/**
 * Every place to which a link sends readers and its page, after redirects, does not have; nothing if the run kept no anchors.
 * A page that is itself broken or not checked gives no finding here: it has one of its own.
 */
export function* judgeFragments(
  snapshot: Snapshot,
  rules: readonly ActiveRule[],
  options: FragmentOptions,
): Generator<JudgedFragment> {
  const tuned = tuning.parse(options.tuned[missingFragment.id] ?? {});
  if (!snapshot.run.checkFragments || tuned.level === 'off') return;
  const chains = readChains(snapshot, options.maxHops);
  const skipped = skippedBy(options.skip);
  for (const { linked, page, place, meant, referrers } of findMissing(snapshot, chains, skipped)) {
    const resource = snapshot.resource(linked);
    if (resource === null || [resource, page].some(({ url }) => skipped.byAddress(url, place))) continue;
    if (!opens(verdictsOn(chains.subjectOf(page), rules)[0])) continue;
    yield {
      url: `${resource.url}#${place}`,
      page: page.id,
      verdict: sign(missingFragment, missing(place, meant), tuned),
      referrers,
    };
  }
}

interface Missing {
  /** What the links name; a redirect may lead from there to the page. */
  readonly linked: number;
  readonly page: Resource;
  readonly place: string;
  /** What the page has and the links probably mean; `null` if nobody can tell. */
  readonly meant: string | null;
  readonly referrers: LinkPosition[];
}

function findMissing(snapshot: Snapshot, chains: Chains, skipped: Skipped): Iterable<Missing> {
  const anchors = createAnchors(snapshot, chains);
  const found = new Map<string, Missing>();
  for (const { from, to } of snapshot.edges()) {
    const links = snapshot.links(from);
    for (let row = 0; row < to.length; row++) {
      const fragment = linkFragment(links, row);
      const place = fragment === null ? null : placeOf(fragment);
      if (place === null || !leadsToPage(linkKind(links, row)) || skipped.byName(place)) continue;
      const linked = to[row] ?? 0;
      const known = anchors(linked);
      if (known === null || known.has(place)) continue;
      const key = `${linked}#${place}`;
      const entry = found.get(key) ?? missingOn(known, linked, place);
      if (entry.referrers.length === 0) found.set(key, entry);
      entry.referrers.push({ page: from, row });
    }
  }
  return found.values();
}

function missingOn({ page, inOtherCase }: KnownAnchors, linked: number, place: string): Missing {
  return { linked, page, place, meant: inOtherCase(place), referrers: [] };
}
