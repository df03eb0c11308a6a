import { readPart, readRelationships, relationshipId } from '../../../kit/documents/open-xml/parts.js';
import { readSharedStrings, type SharedStrings } from '../../../kit/documents/open-xml/shared-strings.js';
import { attributeOf, scanXml } from '../../../kit/documents/scan-xml.js';
import type { Zip, ZipTrouble } from '../../../kit/documents/unzip.js';
import { readDateStyles, readStruckStyles, type NumberStyle } from './styles.js';
import { listLimits } from '../table.js';

/** The parts of a workbook that its sheets need. */
export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly texts: SharedStrings;
  /** How to read numbers, by cell style. */
  readonly styles: readonly NumberStyle[];
  /** The cell styles that are struck out. */
  readonly struck: ReadonlySet<number>;
  /** Days count from 1904-01-01 instead of 1899-12-30. */
  readonly since1904: boolean;
}

export interface SheetPart {
  readonly name: string;
  readonly path: string;
}

/** Reads the parts all sheets share. */
export function readPackage(zip: Zip): Workbook | ZipTrouble | 'no-workbook' {
  const root = readRelationships(zip, '');
  if (typeof root === 'string') return root;
  const office = [...root.values()].find(({ type }) => type.endsWith('/officeDocument'));
  const path = office?.target ?? 'xl/workbook.xml';
  const xml = readPart(zip, path);
  if (xml === null) return 'no-workbook';
  if (typeof xml !== 'object') return xml;
  const links = readRelationships(zip, path);
  if (typeof links === 'string') return links;
  const targetOf = (kind: string): string | undefined =>
    [...links.values()].find(({ type }) => type.endsWith(kind))?.target;
  const texts = readWith(zip, targetOf('/sharedStrings'), (text) => readSharedStrings(text, listLimits));
  if (typeof texts === 'string') return texts;
  const styles = readWith(zip, targetOf('/styles'), readDateStyles);
  if (typeof styles === 'string') return styles;
  const struck = readWith(zip, targetOf('/styles'), readStruckStyles);
  if (typeof struck === 'string') return struck;
  const { names, since1904 } = readNames(xml.text);
  if (names.length === 0) return 'no-workbook';
  const sheets = names.flatMap(({ name, id }) => {
    const target = links.get(id)?.target;
    return target === undefined ? [] : [{ name, path: target }];
  });
  return {
    sheets,
    texts: texts ?? { strings: [], unstruck: new Map() },
    styles: styles ?? [],
    struck: struck ?? new Set(),
    since1904,
  };
}

function readNames(xml: string): {
  readonly names: readonly { name: string; id: string }[];
  readonly since1904: boolean;
} {
  const names: { name: string; id: string }[] = [];
  let since1904 = false;
  scanXml(xml, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') since1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
      const id = tag === 'sheet' ? relationshipId(attributes) : null;
      if (id !== null) names.push({ name: attributeOf(attributes, 'name') ?? '', id });
      return undefined;
    },
  });
  return { names, since1904 };
}

function readWith<Part>(
  zip: Zip,
  path: string | undefined,
  read: (xml: string) => Part,
): Part | ZipTrouble | null {
  const xml = path === undefined ? null : readPart(zip, path);
  return xml === null || typeof xml === 'string' ? xml : read(xml.text);
}
