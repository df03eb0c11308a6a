/** Characters that RFC 3986 does not allow unencoded, though browsers do. */
const unencoded = /%(?![0-9a-f]{2})|[^a-z0-9\-._~:/?#@!$&'()*+,;=%]/giu;

/** The absolute http(s) address as a URI of RFC 3986, stricter than what browsers take; `null` if it is none. */
export function toUri(url: string): string | null {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const { origin, pathname, search, hash } = new URL(url);
  const fragment = hash.slice(1).replaceAll('#', '%23');
  return origin + encode(pathname + search) + (fragment === '' ? '' : `#${encode(fragment)}`);
}

function encode(text: string): string {
  return text.replace(unencoded, encodeURIComponent);
}
