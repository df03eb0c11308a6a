const httpSchemes: ReadonlySet<string> = new Set(['http:', 'https:']);

/** Whether it can be requested at all. */
export function isHttp(url: URL): boolean {
  return httpSchemes.has(url.protocol);
}

/**
 * The one spelling of a URL's resource: parsed as browsers do (WHATWG URL), without fragment, percent-encoding
 * normalised (RFC 3986 §6.2.2: upper-case digits, unreserved characters decoded), no trailing dot on the host. `|` and `^` are
 * encoded in paths as Chromium does, since some servers refuse them otherwise.
 * Unicode forms stay apart in paths, where servers tell them apart; in hosts IDNA has already joined them.
 */
export function identify(url: URL): string {
  const hash = url.href.indexOf('#');
  const bare = hash < 0 ? url.href : url.href.slice(0, hash);
  const encoded = encodePath(bare.includes('%') ? normalisePercent(bare) : bare);
  return url.hostname.endsWith('.') ? encoded.replace(url.hostname, url.hostname.slice(0, -1)) : encoded;
}

/** Parses and identifies; `null` if no http(s) resource can be made of it. */
export function identifyHref(href: string, base?: string): string | null {
  const url = parseUrl(href, base);
  return url !== null && isHttp(url) ? identify(url) : null;
}

/** Without what browsers cut off an href: control characters and blanks of ASCII, but no other blanks (WHATWG URL §4.4). */
export function trimHref(href: string): string {
  let start = 0;
  let end = href.length;
  while (start < end && href.charCodeAt(start) <= space) start++;
  while (end > start && href.charCodeAt(end - 1) <= space) end--;
  return href.slice(start, end);
}

/** Scheme, host and port of an absolute http(s) URL, without parsing it whole: `https://example.com:8080`. */
export function originOf(url: string): string {
  const start = url.indexOf('//') + 2;
  let host = start;
  let end = start;
  for (; end < url.length; end++) {
    const code = url.charCodeAt(end);
    if (code === slash || code === questionMark || code === numberSign) break;
    if (code === atSign) host = end + 1;
  }
  return host === start ? url.slice(0, end) : url.slice(0, start) + url.slice(host, end);
}

/** The URL; a host's root without its final slash, which some write and some do not. */
export function withoutRootSlash(url: string): string {
  return url.replace(/(?<=^https?:\/\/[^/]*)\/$/, '');
}

const space = 0x20;
const slash = 0x2f;
const questionMark = 0x3f;
const numberSign = 0x23;
const atSign = 0x40;

const unreserved = /[A-Za-z0-9\-._~]/;

function normalisePercent(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return unreserved.test(character) ? character : escape.toUpperCase();
  });
}

function encodePath(url: string): string {
  return /[|^]/.test(url) ? url.replace(/^[^?]*/, (path) => path.replace(/[|^]/g, encodeURIComponent)) : url;
}

/** The URL, or `null` if it cannot be parsed. Not by `URL.canParse`, which Node 20 gets wrong for hosts like `é.example`. */
export function parseUrl(href: string, base?: string): URL | null {
  try {
    return new URL(href, base);
  } catch {
    return null;
  }
}
