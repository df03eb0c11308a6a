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

/** Percent-decoded; whatever of it is no UTF-8, or no code at all, stays as it is (`100%達成`). */
export function decodePercent(text: string): string {
  return text.includes('%') ? text.replace(/(?:%[0-9a-f]{2})+/gi, decodeCodes) : text;
}

function decodeCodes(codes: string): string {
  try {
    return decodeURIComponent(codes);
  } catch {
    return codes;
  }
}

/** The last segment of a URL's path as people read it, even if a slash follows; empty for the root of a host. */
export function lastSegmentOf(url: string): string {
  return decodePercent(segmentsOf(url).at(-1) ?? '');
}
