import type { Link } from '../../model/link.js';
import type { Page } from '../../model/page.js';
import { isFileUrl } from '../../kit/urls/file-url.js';
import { isHttp, parseUrl } from '../../kit/urls/url.js';
import { resolverIn } from '../links/encoded-query.js';
import { resolverFor, type Resolve } from '../links/resolve.js';
import type { Source } from '../source.js';
import { createPageSink, linkLimit, type Findings } from './page-sink.js';
import type { FoundLink } from './found-link.js';
import { createOutline, type Outline } from './outline.js';
import { scan } from '../markup/scan.js';

/** Reads an HTML page: its links in document order, resolved, and what it says about itself. */
export function readPage(source: Source, outline: Outline = createOutline()): Page {
  const sink = createPageSink(source, outline);
  scan(source.markup, sink, source.mayHoldNul);
  const findings = sink.findings();
  const resolve = resolverIn(source.charset, resolverFor(baseOf(findings, source), source.folders));
  const found =
    findings.inner.length === 0 ? findings.links : [...findings.links, ...foundWithin(findings, source)];
  return {
    links: resolveAll(found.length > linkLimit ? found.slice(0, linkLimit) : found, resolve),
    title: findings.title,
    heading: findings.heading,
    language: findings.language,
    charset: source.charset,
    breadcrumb: findings.breadcrumb,
    anchors: findings.anchors,
    digest: findings.digest,
    isCut: findings.isCut || found.length > linkLimit,
    tables: findings.tables,
  };
}

/** The links of pages inside the page, as if they were in their place. Pages inside those are not read. */
function foundWithin({ inner }: Findings, source: Source): readonly FoundLink[] {
  return inner.flatMap(({ markup, headings }) => {
    const sink = createPageSink({ ...source, markup, bytes: null, checkFragments: false }, createOutline());
    scan(markup, sink);
    return sink.findings().links.map((found) => ({ ...found, headings }));
  });
}

/** The URL that the page's links are relative to: its own, or its first `<base href>` if that is http(s) or, in a file, a file. */
function baseOf({ base }: Findings, { url, folders }: Source): string {
  if (base !== null && isFileUrl(url)) return resolverFor(url, folders)(base)?.url ?? url;
  const resolved = base === null ? null : parseUrl(base.trim(), url);
  return resolved !== null && isHttp(resolved) ? resolved.href : url;
}

/** Turns what was found into links; drops what leads nowhere (`mailto:`, `javascript:`). */
export function resolveAll(found: readonly FoundLink[], resolve: Resolve): readonly Link[] {
  const links: Link[] = [];
  for (const { href, kind, text, headings } of found) {
    const destination = resolve(href);
    if (destination === null) continue;
    const { url, fragment, written } = destination;
    links.push({ url, kind, text, headings, fragment, written });
  }
  return links;
}
