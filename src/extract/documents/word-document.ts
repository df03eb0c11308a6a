import { fold } from '../../kit/text/fold.js';
import { relationshipId, type Relationship } from '../../kit/documents/open-xml/parts.js';
import { attributeOf, scanXml } from '../../kit/documents/scan-xml.js';
import { mostLinks, type DocumentLink, type DocumentReader } from './document.js';
import { linksOfAll, readPackage, withPlace, type Package } from './open-xml.js';
import { writtenLinks } from './written-links.js';

const textLimit = 300;
const main = 'word/document.xml';

/** Word: links, HYPERLINK fields and addresses written out, in the text, its notes, headers and footers. */
export const wordDocument: DocumentReader = {
  type: 'word',
  read: (bytes) =>
    readPackage(bytes, (content) => {
      if (!content.has(main)) return null;
      const others = content.parts(/^word\/(?:header|footer|footnotes|endnotes|comments)\d*\.xml$/i);
      return linksOfAll([main, ...others], (path) => readPart(content, path));
    }),
};

function readPart(content: Package, path: string): readonly DocumentLink[] {
  const relations = content.relationships(path);
  const links: { href: string; text: string; headings: readonly string[] }[] = [];
  let headings: readonly string[] = [];
  let isHeading = false;
  let paragraph = '';
  /** The same with a gap for each link. */
  let unlinked = '';
  let instruction = '';
  let reading: 'text' | 'instruction' | null = null;
  let current: { text: string } | null = null;

  const openLink = (href: string | null): void => {
    if (href === null) return;
    const found = { href, text: '', headings };
    links.push(found);
    current = found;
  };
  const beginParagraph = (): void => {
    paragraph = '';
    unlinked = '';
    isHeading = false;
  };
  const endParagraph = (): void => {
    for (const link of writtenLinks(unlinked)) links.push({ ...link, headings });
    const text = fold(paragraph, textLimit);
    if (isHeading && text !== '') headings = [text];
  };
  /** A field is its instruction, a separator, what it shows, and an end. */
  const passFieldMark = (attributes: string): void => {
    if (!/"(?:separate|end)"/.test(attributes)) return;
    if (attributes.includes('separate')) openLink(hrefOfField(instruction));
    else current = null;
    instruction = '';
  };
  scanXml(content.part(path), {
    open: (name, attributes) => {
      if (name === 'p') beginParagraph();
      else if (name === 'pStyle') isHeading = headingStyle.test(attributeOf(attributes, 'w:val') ?? '');
      else if (name === 't') reading = 'text';
      else if (name === 'instrText') reading = 'instruction';
      else if (name === 'hyperlink' || name === 'hlinkClick') openLink(hrefOfRelation(attributes, relations));
      else if (name === 'fldSimple') openLink(hrefOfField(attributeOf(attributes, 'w:instr') ?? ''));
      else if (name === 'fldChar') passFieldMark(attributes);
      return links.length < mostLinks;
    },
    text: (text) => {
      if (reading === 'instruction') instruction += text;
      if (reading !== 'text') return;
      paragraph += text;
      unlinked += current === null ? text : ' ';
      if (current !== null) current.text += text;
    },
    close: (name) => {
      if (name === 't' || name === 'instrText') reading = null;
      else if (name === 'hyperlink' || name === 'fldSimple' || name === 'drawing') current = null;
      else if (name === 'p') endParagraph();
      return links.length < mostLinks;
    },
  });
  return links.map((found) => ({ ...found, text: fold(found.text, textLimit) }));
}

const headingStyle = /^(?:Heading|Title|見出し|\d$)/i;

function hrefOfRelation(attributes: string, relations: ReadonlyMap<string, Relationship>): string | null {
  const relation = relations.get(relationshipId(attributes) ?? '');
  if (relation?.isExternal !== true) return null;
  return withPlace(relation.target, attributeOf(attributes, 'w:anchor'));
}

/** Of `HYPERLINK "https://…" \o "tip" \l "place"`, as fields have it; `null` for a place alone, which is one in the document itself. */
function hrefOfField(instruction: string): string | null {
  const [, field] = /^\s*HYPERLINK\s([^]{0,8192})/i.exec(instruction) ?? [];
  let href = '';
  let place: string | null = null;
  let option = '';
  for (const [, letter, quoted, bare] of (field ?? '').matchAll(/\\([a-z])|"([^"]*)"|([^\s"\\]\S*)/gi)) {
    const argument = quoted ?? bare ?? '';
    if (option === 'l' && letter === undefined) place = argument;
    else if (!/[ot]/.test(option) && href === '') href = argument;
    option = letter?.toLowerCase() ?? '';
  }
  return href === '' ? null : withPlace(href, place);
}
