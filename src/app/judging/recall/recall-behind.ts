import { mostRecalled, type KnownBehind } from '../../../changes/side.js';
import { knownIn, leadingIn } from './in-one-run.js';
import { look, type Past } from './past.js';

/**
 * Which of `urls` older runs came across, back to the one in which the last of `pages` opened. One of `urls` that leads on, and was
 * there, hides what is behind it as those pages do: it has to have opened, too.
 */
export function recallBehind(
  past: Past,
  pages: readonly string[],
  urls: ReadonlyMap<string, { readonly leadsOn: boolean }>,
): KnownBehind {
  const seen = new Set<string>();
  if (pages.length > mostRecalled) return { seen, unread: pages };
  const wanted = new Set(urls.keys());
  const closed = new Set(pages);
  const opened = new Set<string>();
  for (const { id, state } of past.runs()) {
    look(past, id, (snapshot) => {
      for (const url of knownIn(snapshot, wanted)) {
        seen.add(url);
        if (urls.get(url)?.leadsOn === true && !opened.has(url)) closed.add(url);
      }
      if (state !== 'complete') return;
      for (const url of leadingIn(snapshot, closed, past.judging)) {
        closed.delete(url);
        opened.add(url);
      }
    });
    if (closed.size === 0) break;
  }
  return { seen, unread: [...closed] };
}
