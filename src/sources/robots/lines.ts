/** The part of a `robots.txt` that concerns one crawler, reduced to what can be matched in reasonable time. */
interface RobotsLines {
  /** `Allow` and `Disallow` lines in their order. */
  readonly rules: readonly RobotsLine[];
  /** Milliseconds. */
  readonly crawlDelay: number | null;
}

interface RobotsLine {
  readonly allow: boolean;
  readonly pattern: string;
}

/** The least that must be read (RFC 9309 §2.5); we read no more. */
const maxLength = 512_000;
/** Matching a pattern with wildcards takes time in proportion to its length and to that of the path. Real files have fewer. */
const maxPattern = 512;
const maxWildcardCharacters = 16_384;

interface Group {
  readonly rules: RobotsLine[];
  crawlDelay: number | null;
}

/**
 * Joins all groups that name the crawler's token in any case; if none does, all that name `*` (RFC 9309 §2.2.1).
 * Lines that cannot be read are skipped.
 */
export function robotsLinesFor(text: string, token: string): RobotsLines {
  const ours: Group = { rules: [], crawlDelay: null };
  const everyones: Group = { rules: [], crawlDelay: null };
  const wanted = token.toLowerCase();
  let named = new Set<Group>();
  let isNamed = false;
  let wereAgents = false;

  for (const [key, value] of fieldsOf(text)) {
    // It may appear anywhere, and does not end a group (RFC 9309 §2.2.4).
    if (key === 'sitemap') continue;
    if (key === 'user-agent') {
      if (!wereAgents) named = new Set();
      const group = groupNamed(value, wanted, ours, everyones);
      if (group !== null) named.add(group);
      isNamed ||= group === ours;
    } else {
      for (const group of named) addTo(group, key, value);
    }
    wereAgents = key === 'user-agent';
  }
  const group = isNamed ? ours : everyones;
  return { rules: withinReason(group.rules), crawlDelay: group.crawlDelay };
}

function* fieldsOf(text: string): Generator<readonly [key: string, value: string]> {
  const bounded = text.slice(0, maxLength).replace(/^\ufeff/, '');
  for (const line of bounded.split(/\r\n|\n|\r/)) {
    const comment = line.indexOf('#');
    const content = comment < 0 ? line : line.slice(0, comment);
    const colon = content.indexOf(':');
    if (colon > 0) yield [content.slice(0, colon).trim().toLowerCase(), content.slice(colon + 1).trim()];
  }
}

/** `Token/1.0` names `token`: RFC 9309 has no versions, but people write them. */
function groupNamed(agent: string, wanted: string, ours: Group, everyones: Group): Group | null {
  if (agent === '*') return everyones;
  return /^[a-z_-]+/i.exec(agent)?.[0].toLowerCase() === wanted ? ours : null;
}

function addTo(group: Group, key: string, value: string): void {
  if ((key === 'allow' || key === 'disallow') && value !== '') {
    group.rules.push({ allow: key === 'allow', pattern: value.replace(/\*{2,}/g, '*') });
  }
  if (key === 'crawl-delay' && /^\d{1,6}(\.\d{1,6})?$/.test(value)) group.crawlDelay ??= Number(value) * 1000;
}

function withinReason(rules: readonly RobotsLine[]): readonly RobotsLine[] {
  let wildcardCharacters = 0;
  return rules.filter(({ pattern }) => {
    if (!pattern.includes('*')) return true;
    wildcardCharacters += pattern.length;
    return pattern.length <= maxPattern && wildcardCharacters <= maxWildcardCharacters;
  });
}
