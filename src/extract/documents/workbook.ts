import { fold } from '../../kit/text/fold.js';
import { readHyperlinkFormula } from '../../kit/documents/hyperlink-formula.js';
import { relationshipId, type Relationship } from '../../kit/documents/open-xml/parts.js';
import { readSharedStrings } from '../../kit/documents/open-xml/shared-strings.js';
import { attributeOf, scanXml } from '../../kit/documents/scan-xml.js';
import { findAddresses } from '../text/addresses.js';
import { mostLinks, type DocumentLink, type DocumentReader } from './document.js';
import { linksOfAll, readPackage, withPlace, type Package } from './open-xml.js';

const textLimit = 300;
const main = 'xl/workbook.xml';
/** Addresses stand in few cells, and at the beginning of long texts. */
const limits = { cells: 1_000_000, cellLength: 4000 };

/** Excel: links of cells, HYPERLINK formulas and addresses written into cells. */
export const workbook: DocumentReader = {
  type: 'workbook',
  read: (bytes) =>
    readPackage(bytes, (content) => {
      if (!content.has(main)) return null;
      const sheets = sheetsOf(content);
      const shared = createSharedTexts(content.part('xl/sharedStrings.xml'));
      return linksOfAll(sheets, (sheet) => readSheet(content, sheet, shared));
    }),
};

interface Sheet {
  readonly name: string;
  readonly path: string;
}

/** The sheets in their order, each part of the package once. */
function sheetsOf(content: Package): readonly Sheet[] {
  const relations = content.relationships(main);
  const sheets = new Map<string, Sheet>();
  scanXml(content.part(main), {
    open: (tag, attributes) => {
      const path = tag === 'sheet' ? relations.get(relationshipId(attributes) ?? '')?.target : undefined;
      if (path !== undefined && !sheets.has(path))
        sheets.set(path, { name: attributeOf(attributes, 'name') ?? '', path });
      return undefined;
    },
  });
  return [...sheets.values()];
}

/** What a cell shows, and the addresses that are written in it. */
interface CellText {
  readonly text: string;
  readonly addresses: readonly string[];
}

/** The texts that cells share, by their number. Millions of cells may share a long one, so each is searched once. */
function createSharedTexts(xml: string): (number: string) => CellText {
  const { strings } = readSharedStrings(xml, limits);
  const searched = new Map<number, CellText>();
  return (number) => {
    const index = Number(number);
    const known = searched.get(index);
    if (known !== undefined) return known;
    const found = textOfCell(strings[index] ?? '');
    if (index < strings.length) searched.set(index, found);
    return found;
  };
}

function textOfCell(text: string): CellText {
  return { text, addresses: findAddresses(text, mostLinks).map(({ href }) => href) };
}

function readSheet(
  content: Package,
  { name, path }: Sheet,
  textAt: (number: string) => CellText,
): readonly DocumentLink[] {
  const xml = content.part(path);
  const hyperlinks = hyperlinksIn(xml, content.relationships(path));
  const isLinked = new Set(hyperlinks.map(({ at }) => at));
  /** What the cells with a hyperlink show. */
  const shown = new Map<string, string>();
  const made: CellLink[] = [];
  const written: CellLink[] = [];
  let cell = '';
  let isShared = false;
  let reading = '';
  let value = '';
  let formula = '';
  scanXml(xml, {
    open: (tag, attributes) => {
      if (tag === 'c') {
        cell = attributeOf(attributes, 'r') ?? '';
        isShared = attributeOf(attributes, 't') === 's';
        value = '';
        formula = '';
      }
      reading = tag;
      return undefined;
    },
    text: (text) => {
      if (reading === 'v' || reading === 't') value += text;
      if (reading === 'f') formula += text;
    },
    close: (tag) => {
      reading = '';
      if (tag !== 'c') return undefined;
      const { text, addresses } = isShared ? textAt(value) : textOfCell(value);
      const link = readHyperlinkFormula(formula);
      if (link !== null) made.push({ at: cell, href: link.url, text });
      if (text !== '' && isLinked.has(cell)) shown.set(cell, text);
      for (const href of addresses) written.push({ at: cell, href, text: '' });
      return made.length + written.length < mostLinks;
    },
  });
  const linked = [...made, ...hyperlinks.map((link) => ({ ...link, text: shown.get(link.at) ?? link.text }))];
  const known = new Set(linked.map(keyOf));
  return [...linked, ...written.filter((link) => !known.has(keyOf(link)))].map(({ at, href, text }) => ({
    href,
    text: fold(text, textLimit),
    headings: [`${name}!${at}`],
  }));
}

interface CellLink {
  readonly at: string;
  readonly href: string;
  readonly text: string;
}

/** The links that stand behind the cells of a sheet. */
function hyperlinksIn(xml: string, relations: ReadonlyMap<string, Relationship>): readonly CellLink[] {
  const links: CellLink[] = [];
  scanXml(xml.slice(Math.max(0, xml.search(/<\/(?:\w+:)?sheetData>/))), {
    open: (tag, attributes) => {
      const target = tag === 'hyperlink' ? relations.get(relationshipId(attributes) ?? '') : undefined;
      if (target?.isExternal !== true) return undefined;
      const [at = ''] = (attributeOf(attributes, 'ref') ?? '').split(':', 1);
      const href = withPlace(target.target, attributeOf(attributes, 'location'));
      return links.push({ at, href, text: attributeOf(attributes, 'display') ?? '' }) < mostLinks;
    },
  });
  return links;
}

/** Excel writes a slash behind the host that a person leaves out. */
function keyOf({ at, href }: CellLink): string {
  return `${at} ${href.replace(/\/$/, '')}`;
}
