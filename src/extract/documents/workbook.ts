import { fold } from '../../kit/text/fold.js';
import { readHyperlinkFormula } from '../../kit/documents/hyperlink-formula.js';
import { relationshipId } from '../../kit/documents/open-xml/parts.js';
import { readSharedStrings } from '../../kit/documents/open-xml/shared-strings.js';
import { attributeOf, scanXml } from '../../kit/documents/scan-xml.js';
import { findAddresses } from '../text/addresses.js';
import { mostLinks, type DocumentLink, type DocumentReader } from './document.js';
import { linksOfAll, readPackage, type Package } from './open-xml.js';

const textLimit = 300;
const main = 'xl/workbook.xml';
/** Addresses stand in few cells, and at the beginning of long texts. */
const limits = { cells: 1_000_000, cellLength: 4000 };

/** Excel: links of cells, HYPERLINK formulas and addresses written into cells. */
export const workbook: DocumentReader = {
  type: 'workbook',
  read: (bytes) =>
    readPackage(bytes, (content) => {
      if (content.part(main) === '') return null;
      const strings = readSharedStrings(content.part('xl/sharedStrings.xml'), limits);
      return linksOfAll(sheetsOf(content), (sheet) => readSheet(content, sheet, strings));
    }),
};

interface Sheet {
  readonly name: string;
  readonly path: string;
}

function sheetsOf(content: Package): readonly Sheet[] {
  const relations = content.relationships(main);
  const sheets: Sheet[] = [];
  scanXml(content.part(main), {
    open: (tag, attributes) => {
      const path = tag === 'sheet' ? relations.get(relationshipId(attributes) ?? '')?.target : undefined;
      if (path !== undefined) sheets.push({ name: attributeOf(attributes, 'name') ?? '', path });
      return undefined;
    },
  });
  return sheets;
}

function readSheet(
  content: Package,
  { name, path }: Sheet,
  strings: readonly string[],
): readonly DocumentLink[] {
  const relations = content.relationships(path);
  const cells = new Map<string, string>();
  const links: DocumentLink[] = [];
  let cell = '';
  let isShared = false;
  let reading = '';
  let value = '';
  let formula = '';
  const note = (href: string, text: string, at: string): void => {
    links.push({ href, text: fold(text, textLimit), headings: [`${name}!${at}`] });
  };
  scanXml(content.part(path), {
    open: (tag, attributes) => {
      if (tag === 'c') {
        cell = attributeOf(attributes, 'r') ?? '';
        isShared = attributeOf(attributes, 't') === 's';
        value = '';
        formula = '';
      } else if (tag === 'hyperlink') {
        const target = relations.get(relationshipId(attributes) ?? '');
        const [at = ''] = (attributeOf(attributes, 'ref') ?? '').split(':', 1);
        if (target?.isExternal === true)
          note(target.target, cells.get(at) ?? attributeOf(attributes, 'display') ?? '', at);
      }
      reading = tag;
      return links.length < mostLinks;
    },
    text: (text) => {
      if (reading === 'v' || reading === 't') value += text;
      if (reading === 'f') formula += text;
    },
    close: (tag) => {
      reading = '';
      if (tag !== 'c') return undefined;
      const shown = isShared ? (strings[Number(value)] ?? '') : value;
      const made = readHyperlinkFormula(formula);
      if (made !== null) note(made.url, shown, cell);
      if (shown !== '') cells.set(cell, shown);
      return links.length < mostLinks;
    },
  });
  const linked = new Set(links.map(({ headings, href }) => `${headings[0] ?? ''} ${withoutSlash(href)}`));
  for (const [at, text] of cells) {
    if (links.length >= mostLinks) break;
    for (const { href } of findAddresses(text))
      if (!linked.has(`${name}!${at} ${withoutSlash(href)}`)) note(href, '', at);
  }
  return links;
}

/** Excel writes one behind the host that a person leaves out. */
function withoutSlash(address: string): string {
  return address.replace(/\/$/, '');
}
