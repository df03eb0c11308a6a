import { kindOfRelation } from '../links/rel.js';
import { urlOfRefresh } from '../links/refresh.js';
import { urlsOfSrcset } from '../links/srcset.js';
import type { LinkKind } from '../../model/link.js';
import type { Attributes } from '../markup/attributes.js';
import type { Report } from './found-link.js';

/** Finds the links in the attributes of one element. `a` is not among them, since its text is still to come. */
export type Finder = (attributes: Attributes, report: Report) => void;

/** What is a link, by element (WHATWG HTML §4, "attributes" index); for SVG see below. */
export const finders: ReadonlyMap<string, Finder> = new Map<string, Finder>([
  ['area', findArea],
  ['link', findLink],
  ['meta', findMeta],
  ['img', findImage],
  ['image', findImage],
  ['source', all(source('src', 'media'), srcset('srcset'))],
  ['script', source('src', 'script')],
  ['iframe', source('src', 'frame')],
  ['frame', source('src', 'frame')],
  ['video', all(source('src', 'media'), source('poster', 'image'))],
  ['audio', source('src', 'media')],
  ['track', source('src', 'media')],
  ['embed', source('src', 'resource')],
  ['object', source('data', 'resource')],
  ['input', all(findImageButton, source('formaction', 'form'))],
  ['button', source('formaction', 'form')],
  ['form', source('action', 'form')],
  ['body', source('background', 'image')],
  ['blockquote', source('cite', 'resource')],
  ['q', source('cite', 'resource')],
  ['ins', source('cite', 'resource')],
  ['del', source('cite', 'resource')],
]);

/** The same for elements of SVG, whose `href` may still be an `xlink:href`. */
export const foreignFinders: ReadonlyMap<string, Finder> = new Map<string, Finder>([
  ['image', all(source('href', 'image'), source('xlink:href', 'image'))],
  ['use', all(source('href', 'image'), source('xlink:href', 'image'))],
  ['script', all(source('href', 'script'), source('xlink:href', 'script'))],
]);

function source(attribute: string, kind: LinkKind): Finder {
  return (attributes, report) => {
    const href = attributes.value(attribute);
    // An empty `src` or `action` means the page itself or nothing; neither is asked for.
    if (href !== null && href.trim() !== '') report(href, kind, attributes.value('title') ?? '');
  };
}

function srcset(attribute: string): Finder {
  return (attributes, report) => {
    const text = attributes.value('alt') ?? '';
    for (const href of urlsOfSrcset(attributes.value(attribute) ?? '')) report(href, 'image', text);
  };
}

function all(...each: readonly Finder[]): Finder {
  return (attributes, report) => {
    for (const find of each) find(attributes, report);
  };
}

function findImage(attributes: Attributes, report: Report): void {
  const href = attributes.value('src');
  if (href !== null && href.trim() !== '') report(href, 'image', labelOf(attributes));
  if (attributes.value('srcset') !== null) srcset('srcset')(attributes, report);
}

function findImageButton(attributes: Attributes, report: Report): void {
  if (attributes.value('type')?.toLowerCase() === 'image') findImage(attributes, report);
}

function findArea(attributes: Attributes, report: Report): void {
  const href = attributes.value('href');
  if (href !== null) report(href, 'anchor', labelOf(attributes));
}

function findLink(attributes: Attributes, report: Report): void {
  const kind = kindOfRelation(attributes.value('rel') ?? '', attributes.value('as'));
  if (kind === null) return;
  const href = attributes.value('href');
  if (href !== null && href.trim() !== '') report(href, kind, attributes.value('title') ?? '');
  if (kind === 'image' && attributes.value('imagesrcset') !== null) srcset('imagesrcset')(attributes, report);
}

const social = /^(?:og:(?:url|(?:image|video|audio)(?::url|:secure_url)?)|twitter:(?:image(?::src)?|url))$/i;
/** DocFX names the files from which its script will fetch the navigation. */
const navigation = /^docfx:(?:toc|nav)rel$/i;

function findMeta(attributes: Attributes, report: Report): void {
  const content = attributes.value('content')?.trim() ?? '';
  if (content === '') return;
  if (attributes.value('http-equiv')?.toLowerCase() === 'refresh') {
    const url = urlOfRefresh(content);
    if (url !== null) report(url, 'refresh');
    return;
  }
  const name = attributes.value('property') ?? attributes.value('name') ?? '';
  if (social.test(name)) report(content, 'social');
  else if (navigation.test(name)) report(content, 'navigation');
}

/** What a person calls something that has no text of its own. */
export function labelOf(attributes: Attributes): string {
  for (const name of ['aria-label', 'alt', 'title']) {
    const label = attributes.value(name)?.trim() ?? '';
    if (label !== '') return label;
  }
  return '';
}
