import { withoutSiteName } from '../../kit/text/site-name.js';
import { linkWords } from '../../model/links/unpack.js';
import type { Resource } from '../../model/resource.js';
import type { Snapshot } from '../../model/snapshot.js';
import { fileNameOfAddress } from '../intake/addresses.js';

/** Any more are called by their file names. */
const mostNamed = 10_000;

/** The text of the first link to each resource, by its id; reads links only until everything has a name. */
export function linkNames(snapshot: Snapshot, ids: readonly number[]): ReadonlyMap<number, string> {
  const unnamed = new Set(ids.slice(0, mostNamed));
  const names = new Map<number, string>();
  if (unnamed.size === 0) return names;
  for (const { from, to } of snapshot.edges()) {
    for (let row = 0; row < to.length; row++) {
      const target = to[row] ?? -1;
      if (!unnamed.has(target)) continue;
      const { text } = linkWords(snapshot.links(from), row);
      if (text.trim() === '') continue;
      names.set(target, text);
      unnamed.delete(target);
    }
    if (unnamed.size === 0) break;
  }
  return names;
}

/** What else is known of a resource that is to be named. */
interface Known {
  readonly opens: boolean;
  /** The text of a link to it. */
  readonly clicked: string | undefined;
  /** The name of its source; empty if it has none. */
  readonly site: string;
}

/** What to call a resource: what a page calls itself, else the text that is clicked, else its file name, else its address. */
export function resourceName({ page, url }: Resource, { opens, clicked, site }: Known): string {
  const own = opens ? [withoutSiteName(page?.title ?? '', site), page?.heading] : [];
  return (
    [...own, clicked, fileNameOfAddress(url)].find((name) => name !== undefined && name.trim() !== '') ?? url
  );
}
