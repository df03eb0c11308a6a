import { fold } from '../../kit/text/fold.js';
import { relationshipId } from '../../kit/documents/open-xml/parts.js';
import { attributeOf, scanXml } from '../../kit/documents/scan-xml.js';
import { mostLinks, type DocumentLink, type DocumentReader } from './document.js';
import { linksOfAll, readPackage, type Package } from './open-xml.js';
import { writtenLinks } from './written-links.js';

const textLimit = 300;

/** PowerPoint: the links of texts, shapes and pictures, and addresses written out, slide by slide with the notes. */
export const presentation: DocumentReader = {
  type: 'presentation',
  read: (bytes) =>
    readPackage(bytes, (content) => {
      const slides = slidesOf(content);
      return slides.length === 0
        ? null
        : linksOfAll(slides, (path, index) => {
            const slide = readSlide(content, path);
            const heading = `#${index + 1} ${slide.title}`.trim();
            return [...slide.links, ...notesOf(content, path)].map((link) => ({
              ...link,
              headings: [heading],
            }));
          });
    }),
};

/** The slides in the order in which they are shown, each once. */
function slidesOf(content: Package): readonly string[] {
  const main = 'ppt/presentation.xml';
  const relations = content.relationships(main);
  const shown = new Set<string>();
  scanXml(content.part(main), {
    open: (name, attributes) => {
      const target = name === 'sldId' ? relations.get(relationshipId(attributes) ?? '')?.target : undefined;
      if (target !== undefined) shown.add(target);
      return undefined;
    },
  });
  return shown.size > 0 ? [...shown] : content.parts(/^ppt\/slides\/slide\d+\.xml$/i);
}

function notesOf(content: Package, slide: string): readonly DocumentLink[] {
  const notes = [...content.relationships(slide).values()].find(({ target }) =>
    /notesSlide\d*\.xml$/i.test(target),
  );
  return notes === undefined ? [] : readSlide(content, notes.target).links;
}

interface Slide {
  readonly title: string;
  readonly links: readonly DocumentLink[];
}

function readSlide(content: Package, path: string): Slide {
  const relations = content.relationships(path);
  const links: { href: string; text: string; headings: readonly string[] }[] = [];
  let title = '';
  let isTitle = false;
  let shape = '';
  /** The text of a paragraph, with a gap for each link. */
  let paragraph = '';
  let isText = false;
  /** The link of the run whose text comes next. */
  let run: { text: string } | null = null;
  const link = (attributes: string, text: string): { text: string } | null => {
    const target = relations.get(relationshipId(attributes) ?? '');
    if (target?.isExternal !== true) return null;
    const found = { href: target.target, text, headings: [] };
    links.push(found);
    return found;
  };
  scanXml(content.part(path), {
    open: (name, attributes) => {
      if (name === 'sp') isTitle = false;
      else if (name === 'cNvPr') shape = attributeOf(attributes, 'descr') ?? '';
      else if (name === 'ph') isTitle = /^(?:ctrT|t)itle$/.test(attributeOf(attributes, 'type') ?? '');
      else if (name === 'p') paragraph = '';
      else if (name === 'r') run = null;
      else if (name === 't') isText = true;
      // Without a run around it, it is the link of a whole shape or picture.
      else if (name === 'hlinkClick') run = link(attributes, shape);
      return links.length < mostLinks;
    },
    text: (text) => {
      if (!isText) return;
      paragraph += run === null ? text : ' ';
      if (run !== null) run.text += text;
      if (isTitle) title += text;
    },
    close: (name) => {
      if (name === 't') isText = false;
      else if (name === 'r') run = null;
      else if (name === 'p') for (const one of writtenLinks(paragraph)) links.push(one);
      return links.length < mostLinks;
    },
  });
  return {
    title: fold(title, textLimit),
    links: links.map((found) => ({ ...found, text: fold(found.text, textLimit) })),
  };
}
