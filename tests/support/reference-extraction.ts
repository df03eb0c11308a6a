import { html, parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Attributes } from '../../src/extract/markup/attributes.js';
import { elements } from '../../src/extract/markup/elements.js';
import { finders, foreignFinders, labelOf } from '../../src/extract/html/finders.js';
import { fold } from '../../src/kit/text/fold.js';
import { urlsOfStyle } from '../../src/extract/links/style-urls.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A link as the reference sees it. */
export interface ReferenceLink {
  readonly href: string;
  readonly kind: string;
  readonly headings: readonly string[];
  text: string;
}

/** What the tree that parse5 builds says, by the rules that the scanner follows without a tree. */
export interface ReferencePage {
  readonly links: readonly ReferenceLink[];
  readonly title: string;
  readonly heading: string;
  readonly language: string | null;
  readonly base: string | null;
  readonly ids: readonly string[];
}

/** Extracts from parse5's tree. Links stand in the order of their tags; an `a` the parser opened again is one link. */
export function extractByTree(markup: string): ReferencePage {
  const walker = createWalker();
  walker.visit(parse(markup, { sourceCodeLocationInfo: true, scriptingEnabled: false }));
  return walker.page();
}

const blockNames = new Set(elements.filter(({ isBlock }) => isBlock).map(({ name }) => name));
/** Elements whose text is not the page's. */
const unseen = new Set(['script', 'style', 'title', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext']);

function createWalker(): { visit: (node: Node) => void; page: () => ReferencePage } {
  const links: { readonly offset: number; readonly link: ReferenceLink }[] = [];
  const anchors = new Map<object, { link: ReferenceLink; text: string; label: string; image: string }>();
  const open: { text: string }[] = [];
  const ids = new Set<string>();
  const above: { level: number; title: string }[] = [];
  let heading: { level: number; text: string } | null = null;
  let first = '';
  let title: string | null = null;
  let language: string | null = null;
  let base: string | null = null;

  function report(element: Element, href: string, kind: string, text = ''): ReferenceLink {
    const link = { href, kind, headings: above.map((each) => each.title), text: fold(text, 500) };
    links.push({ offset: element.sourceCodeLocation?.startOffset ?? -1, link });
    return link;
  }

  function openHeading(level: number): void {
    finishHeading();
    above.splice(0, above.length, ...above.filter((each) => each.level < level));
    heading = { level, text: '' };
  }

  function finishHeading(): void {
    const text = heading === null ? '' : fold(heading.text, 300);
    if (heading !== null && text !== '') {
      if (heading.level === 1 && first === '') first = text;
      above.push({ level: heading.level, title: text });
    }
    heading = null;
  }

  function addText(text: string): void {
    for (const anchor of open) anchor.text += text;
    if (heading !== null) heading.text += text;
  }

  function visit(node: Node): void {
    if ('value' in node) addText(node.value);
    else if ('tagName' in node) visitElement(node);
    else if ('childNodes' in node) node.childNodes.forEach(visit);
  }

  function visitElement(element: Element): void {
    const name = element.tagName.toLowerCase();
    const foreign = element.namespaceURI !== html.NS.HTML;
    const attributes = attributesOf(element);
    if (blockNames.has(name)) addText(' ');
    const level = /^h[1-6]$/.test(name) ? Number(name.charAt(1)) : 0;
    if (level > 0) openHeading(level);
    note(element, name, attributes, foreign);
    const anchor = name === 'a' ? openAnchor(element, attributes, foreign) : null;
    if (anchor !== null) open.push(anchor);
    if (name === 'img') for (const each of open) noteImage(each, attributes);
    if (foreign || !unseen.has(name)) element.childNodes.forEach(visit);
    if (anchor !== null) open.pop();
    if (level > 0 && heading !== null) finishHeading();
    if (blockNames.has(name)) addText(' ');
  }

  function noteImage(anchor: object, attributes: Attributes): void {
    if ('image' in anchor && anchor.image === '') anchor.image = attributes.value('alt') ?? '';
  }

  function openAnchor(element: Element, attributes: Attributes, foreign: boolean) {
    // Copies of an element share the attributes of the tag that made the first.
    const known = anchors.get(element.attrs);
    if (known !== undefined) return known;
    const href = attributes.value('href') ?? (foreign ? attributes.value('xlink:href') : null);
    if (href === null) return null;
    const link = report(element, href, 'anchor');
    const anchor = { link, text: '', label: labelOf(attributes), image: '' };
    anchors.set(element.attrs, anchor);
    return anchor;
  }

  function note(element: Element, name: string, attributes: Attributes, foreign: boolean): void {
    noteFacts(element, name, attributes, foreign);
    (foreign ? foreignFinders : finders).get(name)?.(attributes, (href, kind, label) => {
      report(element, href, kind, label);
    });
    const sheets = [attributes.value('style') ?? '', name === 'style' && !foreign ? ownText(element) : ''];
    for (const { url, imported } of sheets.flatMap(urlsOfStyle))
      report(element, url, imported ? 'style' : 'resource');
  }

  function noteFacts(element: Element, name: string, attributes: Attributes, foreign: boolean): void {
    if (name === 'title' && !foreign) title ??= fold(ownText(element), 500);
    if (name === 'html') language ??= attributes.value('lang');
    if (name === 'base') base ??= attributes.value('href');
    ids.add(attributes.value('id') ?? '');
    if (name === 'a' || name === 'map') ids.add(attributes.value('name') ?? '');
  }

  function page(): ReferencePage {
    for (const { link, text, label, image } of anchors.values()) {
      link.text = fold(text, 500) || fold(label, 500) || fold(image, 500);
    }
    ids.delete('');
    links.sort((one, other) => one.offset - other.offset);
    return {
      links: links.map(({ link }) => link),
      title: title ?? '',
      heading: first,
      language,
      base,
      ids: [...ids],
    };
  }

  return { visit, page };
}

function ownText(element: Element): string {
  return element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}

function attributesOf(element: Element): Attributes {
  const value = (name: string): string | null =>
    element.attrs.find((each) => (each.prefix ? `${each.prefix}:${each.name}` : each.name) === name)?.value ??
    null;
  return {
    count: () => element.attrs.length,
    selfClosing: () => false,
    start: () => 0,
    end: () => 0,
    value,
    hasLength: () => true,
  };
}
