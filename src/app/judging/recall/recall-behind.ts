import { mostRecalled, type KnownBehind } from '../../../changes/runs.js';
import { knownIn, leadingIn, decidedIn } from './in-one-run.js';
import { look, type OlderRuns } from './runs-before.js';

/**
 * Which of `urls` older runs came across, back to the one in which the last of `pages` opened. One of `urls` that leads on, and
 * was there, hides what is behind it as those pages do: it has to have opened, too. What a run came across and could not tell of
 * may have come just then: an older one has to have seen it, unless all of them could not tell either.
 */
export function recallBehind(
  older: OlderRuns,
  pages: readonly string[],
  urls: ReadonlyMap<string, { readonly leadsOn: boolean }>,
): KnownBehind {
  if (pages.length > mostRecalled) return { seen: new Set(), unread: pages };
  const wanted = new Set(urls.keys());
  const seen = new Set<string>();
  const untold = new Set<string>();
  const closed = new Set(pages);
  for (const { id, state } of older.runs()) {
    look(older, id, (snapshot) => {
      const known = knownIn(snapshot, wanted);
      for (const url of known) untold.add(url);
      for (const { resource } of decidedIn(snapshot, known, older.judging)) {
        const { url } = resource;
        seen.add(url);
        if (urls.get(url)?.leadsOn === true) closed.add(url);
        for (const left of [wanted, untold]) left.delete(url);
      }
      if (state !== 'complete') return;
      for (const url of leadingIn(snapshot, closed, older.judging)) closed.delete(url);
      // This run saw everything that was there: what it did not come across was not.
      const later = closed.size > 0 ? [] : [...untold].filter((url) => !known.has(url));
      for (const url of later) for (const left of [wanted, untold]) left.delete(url);
    });
    if (closed.size === 0 && untold.size === 0) break;
  }
  return { seen: new Set([...seen, ...untold]), unread: [...closed, ...untold] };
}
