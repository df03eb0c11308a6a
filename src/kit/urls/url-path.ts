/** The path of an absolute URL, without query: `/a/b`. */
export function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2);
  if (start < 0) return '/';
  const query = url.indexOf('?', start);
  return query < 0 ? url.slice(start) : url.slice(start, query);
}

/** The parts of a path between its slashes, without empty ones. */
export function segmentsOf(url: string): readonly string[] {
  return pathOf(url)
    .split('/')
    .filter((segment) => segment !== '');
}

/** Percent-decoded, or as it is where that is no UTF-8. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The last segment of a URL's path as people read it, even if a slash follows; empty for the root of a host. */
export function lastSegmentOf(url: string): string {
  return decodePercent(segmentsOf(url).at(-1) ?? '');
}
