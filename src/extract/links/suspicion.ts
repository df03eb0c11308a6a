/** What nearly every href looks like: nothing in it can be a mistake. */
const plainPath = /^(?:\.{1,2}\/|\/)?(?:\.\.\/)*[\w-]+(?:\/[\w-]+)*\/?(?:\.html?)?(?:#[\w.-]*)?$/;
const plainAddress =
  /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?(?:\/[\w.-]+)*\/?(?:\?[\w.=&-]*)?(?:#[\w.-]*)?$/i;
/** A name without folder or ending, in the style of short links: `FastTrackReadyKit`, `FTOPGuide`. */
const shortName = /^\/?[A-Z](?=\w*[a-z])[a-z0-9]*[A-Z][A-Za-z0-9]*$/;

const invisible =
  /[\0-\x1f\x7f\u00a0\u00ad\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\u3000\ufeff]|%e2%80%8[b-f]|%ef%bb%bf|%c2%a0/i;
const brokenScheme = /^(?:https?\/\/|https?:(?!\/\/[^/])|https?[;,.]\/\/|https?:\/\/https?(?:[:/]|%3a))/i;
const gluedHost = /[^:/?#]\/*https?:\/\//i;
const mailAddress = /^[^\s@/?#:]+@[^\s@/?#:]+\.[a-z]{2,}$/i;
const unconverted = /^[^:?#]*\.md(?:[?#]|$)/i;
const twiceEncoded = /%25[0-9a-f]{2}/i;
const hostLike = /^(?:www\.[^/?#]|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.([a-z]{2,})(?=[/?#]|:\d|$)(\/?))/i;
/** What a template left behind. */
const placeholder = /\{\{|\$\{|%7b%7b/i;
/** On the author's own disk. */
const localFile = /^(?:file:|[a-z]:[\\/])/i;
const scheme = /^([a-z][a-z0-9+.-]*):/i;

const genericDomains: ReadonlySet<string> = new Set(
  'com net org edu gov mil int info biz io dev app cloud ai co jp ms uk de fr eu cn kr tw us ca au in'.split(
    ' ',
  ),
);
/** Two letters that end file names rather than hosts. */
const fileEndings: ReadonlySet<string> = new Set(
  'cc cs gz go hs js md ml mm pl pm ps py rb rs sh so ts vb xz'.split(' '),
);

/**
 * Whether an href looks like a mistake in writing: a scheme misspelt or lost, a host or a mail address taken for a file name,
 * invisible characters, a Markdown link never converted, a short link that lost its host. Says nothing about where it leads.
 */
export function isSuspicious(href: string): boolean {
  if (plainPath.test(href)) return shortName.test(href);
  if (plainAddress.test(href)) return false;
  return (
    href.trim() !== href ||
    invisible.test(href) ||
    href.includes('\\') ||
    twiceEncoded.test(href) ||
    brokenScheme.test(href) ||
    placeholder.test(href) ||
    isNearHttp(href) ||
    (!scheme.test(href) && looksMisplaced(href)) ||
    hasDottedHost(href)
  );
}

/** Whether it names a file on the author's own disk, which nobody else can open. */
export function isLocalFile(href: string): boolean {
  return localFile.test(href);
}

/** Whether the scheme is one letter away from http or https without being either. */
export function isNearHttp(href: string): boolean {
  const name = scheme.exec(href)?.[1]?.toLowerCase();
  if (name === undefined || name === 'http' || name === 'https' || name.length > 7) return false;
  return isOneSlipFrom(name, 'http') || isOneSlipFrom(name, 'https');
}

/** A relative href that should not be one. */
function looksMisplaced(href: string): boolean {
  return hasGluedHost(href) || mailAddress.test(href) || unconverted.test(href) || startsWithHost(href);
}

/** `docs/https://…`: an address after a path. */
function hasGluedHost(href: string): boolean {
  const [path = ''] = href.split(/[?#]/, 1);
  return gluedHost.test(path);
}

function startsWithHost(href: string): boolean {
  const match = hostLike.exec(href);
  if (match === null) return false;
  const domain = match[1]?.toLowerCase();
  if (domain === undefined || genericDomains.has(domain)) return true;
  return domain.length === 2 && match[2] === '/' && !fileEndings.has(domain);
}

function hasDottedHost(href: string): boolean {
  return /^(?:https?:)?\/\/[^/?#]*\.(?:[:/?#]|$)/i.test(href);
}

/** One letter added, lost or changed, or two neighbours swapped. */
function isOneSlipFrom(word: string, right: string): boolean {
  if (Math.abs(word.length - right.length) > 1) return false;
  let start = 0;
  while (start < right.length && word[start] === right[start]) start++;
  const rest = word.slice(start);
  const lost = right.slice(start);
  const swapped = lost.charAt(1) + lost.charAt(0) + lost.slice(2);
  return [
    rest.slice(1) === lost.slice(1),
    rest.slice(1) === lost,
    rest === lost.slice(1),
    rest === swapped,
  ].includes(true);
}
