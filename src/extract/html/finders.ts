import { kindOfRelation } from '../links/rel.js';
import { urlOfRefresh } from '../links/refresh.js';
import { urlsOfSrcset } from '../links/srcset.js';
import type { LinkKind } from '../../model/link.js';
import type { Attributes } from '../markup/attributes.js';
import type { NoteLink } from './found-link.js';

/** Finds the links in the attributes of one element. `a` is not among them, since its text is still to come. */
export type Finder = (attributes: Attributes, note: NoteLink) => void;

/** What is a link, by element (WHATWG HTML §4, "attributes" index); for SVG see below. */
export const finders: ReadonlyMap<string, Finder> = new Map<string, Finder>([
  ['area', findArea],
  ['link', findLink],
  ['meta', findMeta],
  ['img', findImage],
  ['image', findImage],
  ['source', all(linkIn('src', 'media'), srcset('srcset'))],
  ['script', linkIn('src', 'script')],
  ['iframe', linkIn('src', 'frame')],
  ['frame', linkIn('src', 'frame')],
  ['video', all(linkIn('src', 'media'), linkIn('poster', 'image'))],
  ['audio', linkIn('src', 'media')],
  ['track', linkIn('src', 'media')],
  ['embed', linkIn('src', 'resource')],
  ['object', linkIn('data', 'resource')],
  ['input', all(findImageButton, linkIn('formaction', 'form'))],
  ['button', linkIn('formaction', 'form')],
  ['form', linkIn('action', 'form')],
  ...'body table thead tbody tfoot tr td th'.split(' ').map(painted),
  ['blockquote', linkIn('cite', 'resource')],
  ['q', linkIn('cite', 'resource')],
  ['ins', linkIn('cite', 'resource')],
  ['del', linkIn('cite', 'resource')],
]);

/** The same for elements of SVG, whose `href` may still be an `xlink:href`. */
export const foreignFinders: ReadonlyMap<string, Finder> = new Map<string, Finder>([
  ['image', all(linkIn('href', 'image'), linkIn('xlink:href', 'image'))],
  ['use', all(linkIn('href', 'image'), linkIn('xlink:href', 'image'))],
  ['script', all(linkIn('href', 'script'), linkIn('xlink:href', 'script'))],
]);

function linkIn(attribute: string, kind: LinkKind): Finder {
  return (attributes, note) => {
    const href = attributes.value(attribute);
    // An empty `src` or `action` means the page itself or nothing; neither is asked for.
    if (href !== null && href.trim() !== '') note(href, kind, attributes.value('title') ?? '');
  };
}

/** An element whose background old pages name in an attribute (WHATWG HTML §15.3). */
function painted(name: string): readonly [string, Finder] {
  return [name, linkIn('background', 'image')];
}

function srcset(attribute: string): Finder {
  return (attributes, note) => {
    const text = attributes.value('alt') ?? '';
    for (const href of urlsOfSrcset(attributes.value(attribute) ?? '')) note(href, 'image', text);
  };
}

function all(...each: readonly Finder[]): Finder {
  return (attributes, note) => {
    for (const find of each) find(attributes, note);
  };
}

function findImage(attributes: Attributes, note: NoteLink): void {
  const href = attributes.value('src');
  if (href !== null && href.trim() !== '') note(href, 'image', labelOf(attributes));
  if (attributes.value('srcset') !== null) srcset('srcset')(attributes, note);
}

function findImageButton(attributes: Attributes, note: NoteLink): void {
  if (attributes.value('type')?.toLowerCase() === 'image') findImage(attributes, note);
}

function findArea(attributes: Attributes, note: NoteLink): void {
  const href = attributes.value('href');
  if (href !== null) note(href, 'anchor', labelOf(attributes));
}

function findLink(attributes: Attributes, note: NoteLink): void {
  const kind = kindOfRelation(attributes.value('rel') ?? '', attributes.value('as'));
  if (kind === null) return;
  const href = attributes.value('href');
  if (href !== null && href.trim() !== '') note(href, kind, attributes.value('title') ?? '');
  if (kind === 'image' && attributes.value('imagesrcset') !== null) srcset('imagesrcset')(attributes, note);
}

const social = /^(?:og:(?:url|(?:image|video|audio)(?::url|:secure_url)?)|twitter:(?:image(?::src)?|url))$/i;
/** DocFX names the files from which its script will fetch the navigation. */
const navigation = /^docfx:(?:toc|nav)rel$/i;

function findMeta(attributes: Attributes, note: NoteLink): void {
  const content = attributes.value('content')?.trim() ?? '';
  if (content === '') return;
  if (attributes.value('http-equiv')?.toLowerCase() === 'refresh') {
    const url = urlOfRefresh(content);
    if (url !== null) note(url, 'refresh');
    return;
  }
  const name = attributes.value('property') ?? attributes.value('name') ?? '';
  if (social.test(name)) note(content, 'social');
  else if (navigation.test(name)) note(content, 'navigation');
}

/** What a person calls something that has no text of its own. */
export function labelOf(attributes: Attributes): string {
  for (const name of ['aria-label', 'alt', 'title']) {
    const label = attributes.value(name)?.trim() ?? '';
    if (label !== '') return label;
  }
  return '';
}
