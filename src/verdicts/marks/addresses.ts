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

/** Percent-decoded, or as it is where that is not possible. */
export function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
