import { fold } from '../../kit/text/fold.js';
import type { LinkKind } from '../../model/link.js';
import { urlsOfStyle } from '../links/style-urls.js';
import { createAnchors } from './anchors.js';
import type { Attributes } from '../markup/attributes.js';
import { beginsBreadcrumb, readBreadcrumb } from './breadcrumb.js';
import type { Element } from '../markup/elements.js';
import { finders, foreignFinders } from './finders.js';
import type { FoundLink } from './found-link.js';
import { createLinkText } from './link-text.js';
import type { Outline } from './outline.js';
import { createPageDigest } from './page-digest.js';
import { createTables } from './tables.js';
import { decodeText } from '../markup/references.js';
import type { DecodedBody } from '../body-reader.js';
import type { Sink } from '../markup/scan.js';

/** What one pass over a page finds. */
export interface ScannedPage {
  readonly links: readonly FoundLink[];
  readonly title: string;
  readonly heading: string;
  readonly language: string | null;
  readonly breadcrumb: readonly string[];
  readonly anchors: readonly string[] | null;
  readonly digest: string;
  /** The first `<base href>`. */
  readonly base: string | null;
  /** There were more links than are read from one page. */
  readonly isCut: boolean;
  readonly tables: readonly string[];
  /** Pages inside this one, as in the `srcdoc` of a frame. */
  readonly inner: readonly InnerPage[];
}

interface InnerPage {
  readonly markup: string;
  readonly headings: readonly string[];
}

/** Links read from one page. */
export const linkLimit = 250_000;
const titleLimit = 500;
/** How many empty breadcrumbs are tried. */
const breadcrumbLimit = 3;

/** A sink that notes links and facts. What is in a `template` is skipped: it is inert, unless it is a shadow. */
export function createPageSink(
  { markup, bytes, checkFragments, checkStyles }: DecodedBody,
  outline: Outline,
): Sink & { readonly finish: () => ScannedPage } {
  const links: FoundLink[] = [];
  const linkText = createLinkText(markup);
  const digest = createPageDigest(markup, bytes);
  const anchors = checkFragments ? createAnchors() : null;
  let templates = 0;
  let hasFrameset = false;
  let title: string | null = null;
  let language: string | null = null;
  let declaredLanguage: string | null = null;
  let breadcrumbs = 0;
  let breadcrumb: readonly string[] = [];
  let base: string | null = null;
  let isCut = false;
  const tables = createTables(markup);
  const inner: InnerPage[] = [];

  function note(href: string, kind: LinkKind, text = ''): FoundLink | null {
    if (links.length === linkLimit) {
      isCut = true;
      return null;
    }
    const found = {
      href,
      kind,
      headings: outline.path(),
      text: fold(text, titleLimit),
    };
    links.push(found);
    return found;
  }

  function open(element: Element, attributes: Attributes, foreign: boolean): void {
    const { name } = element;
    const inert = templates > 0;
    if (name === 'template' && !foreign && (inert || !isShadow(attributes))) templates++;
    else if (name === 'frameset') hasFrameset = true;
    if (inert || (name === 'frame' && !hasFrameset)) return;
    if (name === 'a') openAnchor(attributes, foreign);
    if (attributes.count() > 0) readAttributes(name, attributes, foreign);
    if (name === 'table') tables.open(attributes.end());
    else if (name === 'img') linkText.image(attributes);
    if (element.isInline) return;
    linkText.inner(element);
    outline.open(element);
    digest.open(element);
  }

  function openAnchor(attributes: Attributes, foreign: boolean): void {
    const href = attributes.value('href') ?? (foreign ? attributes.value('xlink:href') : null);
    const found = href === null ? null : note(href, 'anchor');
    linkText.open(found, attributes);
  }

  function readAttributes(name: string, attributes: Attributes, foreign: boolean): void {
    const find = (foreign ? foreignFinders : finders).get(name);
    if (find !== undefined) find(attributes, note);
    if (anchors !== null) anchors.readFrom(name, attributes);
    if (attributes.hasLength(5)) readStyle(attributes.value('style'));
    if (name === 'iframe') noteInner(attributes.value('srcdoc'));
    if (breadcrumb.length === 0 && breadcrumbs < breadcrumbLimit && beginsBreadcrumb(name, attributes)) {
      breadcrumbs++;
      breadcrumb = readBreadcrumb(markup, attributes.end(), name);
    }
    if (name === 'html') language ??= attributes.value('lang') ?? attributes.value('xml:lang');
    else if (name === 'base') base ??= attributes.value('href');
    else if (name === 'meta') readMeta(attributes);
  }

  function noteInner(markup: string | null): void {
    if (markup !== null && markup !== '') inner.push({ markup, headings: outline.path() });
  }

  function readMeta(attributes: Attributes): void {
    if (attributes.value('http-equiv')?.toLowerCase() !== 'content-language') return;
    declaredLanguage ??= attributes.value('content') ?? '';
  }

  function readStyle(css: string | null): void {
    if (checkStyles === false) return;
    if (css?.includes('(') !== true && css?.includes('@') !== true) return;
    for (const { url, imported } of urlsOfStyle(css)) note(url, imported ? 'style' : 'resource');
  }

  function close(element: Element, at: number): void {
    const { name } = element;
    if (name === 'template' && templates > 0) templates--;
    if (templates > 0) return;
    if (name === 'table') tables.close(at);
    else if (name === 'a') linkText.finish();
    if (element.isInline) return;
    linkText.close(element);
    outline.close(element);
    digest.close(element);
  }

  function text(start: number, end: number): void {
    if (templates > 0) return;
    digest.text(start, end);
    linkText.text(start, end);
    outline.text(markup, start, end);
  }

  function raw({ name }: Element, start: number, end: number): void {
    if (templates > 0) return;
    if (name === 'style') readStyle(markup.slice(start, end));
    else if (name === 'textarea') text(start, end);
    else if (name === 'title') {
      digest.title(start, end);
      title ??= fold(decodeText(markup.slice(start, Math.min(end, start + titleLimit * 8))), titleLimit);
    }
  }

  function finish(): ScannedPage {
    linkText.finish();
    outline.finish();
    return {
      links,
      title: title ?? '',
      heading: outline.first(),
      language: tagOf(language) ?? tagOf(declaredLanguage),
      breadcrumb,
      anchors: anchors?.list() ?? null,
      digest: digest.finish(),
      base,
      isCut,
      tables: tables.list(),
      inner,
    };
  }

  return { open, close, text, raw, finish };
}

/** Whether browsers put what is in a template on the page at once, as the shadow of the element around it. */
function isShadow(attributes: Attributes): boolean {
  return /^(?:open|closed)$/i.test(attributes.value('shadowrootmode') ?? '');
}

function tagOf(language: string | null): string | null {
  const tag = language?.split(',', 1)[0]?.trim().slice(0, 35) ?? '';
  return tag === '' ? null : tag;
}
