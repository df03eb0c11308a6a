import { attributeOf, scanXml } from '../../../kit/scan-xml.js';
import type { Zip, ZipTrouble } from '../../../kit/unzip.js';
import { readDateStyles, type NumberStyle } from './styles.js';
import { readSharedStrings } from './shared-strings.js';

/** The parts of a workbook that its sheets need. */
export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly strings: readonly string[];
  /** How to read numbers, by cell style. */
  readonly styles: readonly NumberStyle[];
  /** Days count from 1904-01-01 instead of 1899-12-30. */
  readonly since1904: boolean;
}

export interface SheetPart {
  readonly name: string;
  readonly path: string;
}

/** Reads the parts all sheets share. */
export function readPackage(zip: Zip): Workbook | ZipTrouble | 'no-workbook' {
  const root = relationships(zip, '_rels/.rels', '');
  if (typeof root === 'string') return root;
  const office = [...root.values()].find(({ type }) => type.endsWith('/officeDocument'));
  const path = office?.target ?? 'xl/workbook.xml';
  const xml = readText(zip, path);
  if (xml === null) return 'no-workbook';
  if (typeof xml !== 'object') return xml;
  const links = relationships(zip, relationsOf(path), folderOf(path));
  if (typeof links === 'string') return links;
  const targetOf = (kind: string): string | undefined =>
    [...links.values()].find(({ type }) => type.endsWith(kind))?.target;
  const strings = readPart(zip, targetOf('/sharedStrings'), readSharedStrings);
  if (typeof strings === 'string') return strings;
  const styles = readPart(zip, targetOf('/styles'), readDateStyles);
  if (typeof styles === 'string') return styles;
  const { names, since1904 } = readNames(xml.text);
  if (names.length === 0) return 'no-workbook';
  const sheets = names.flatMap(({ name, id }) => {
    const target = links.get(id)?.target;
    return target === undefined ? [] : [{ name, path: target }];
  });
  return { sheets, strings: strings ?? [], styles: styles ?? [], since1904 };
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
      const id = tag === 'sheet' ? /\s[\w-]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] : undefined;
      if (id !== undefined) names.push({ name: attributeOf(attributes, 'name') ?? '', id });
      return undefined;
    },
  });
  return { names, since1904 };
}

/** A relationship: what it is, and the part or address it leads to. */
export interface Relationship {
  readonly type: string;
  readonly target: string;
}

/** Reads a `.rels` part; empty if there is none. */
export function relationships(
  zip: Zip,
  path: string,
  folder: string,
): ReadonlyMap<string, Relationship> | ZipTrouble {
  const xml = readText(zip, path);
  const found = new Map<string, Relationship>();
  if (xml === null) return found;
  if (typeof xml !== 'object') return xml;
  scanXml(xml.text, {
    open: (tag, attributes) => {
      const target = tag === 'Relationship' ? attributeOf(attributes, 'Target') : null;
      if (target === null) return undefined;
      const external = attributeOf(attributes, 'TargetMode') === 'External';
      found.set(attributeOf(attributes, 'Id') ?? '', {
        type: attributeOf(attributes, 'Type') ?? '',
        target: external ? target : resolvePart(folder, target),
      });
      return undefined;
    },
  });
  return found;
}

/** The path of the relationships of a part: `xl/worksheets/_rels/sheet1.xml.rels` for `xl/worksheets/sheet1.xml`. */
export function relationsOf(path: string): string {
  return `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`;
}

/** The folder of a part, with its slash. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function resolvePart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts: string[] = [];
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The text of a part; `null` if there is none. */
export function readText(zip: Zip, path: string): { readonly text: string } | ZipTrouble | null {
  const bytes = zip.read(path);
  if (bytes === null || typeof bytes === 'string') return bytes;
  const charset =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return { text: new TextDecoder(charset).decode(bytes) };
}

function readPart<Part>(
  zip: Zip,
  path: string | undefined,
  read: (xml: string) => Part,
): Part | ZipTrouble | null {
  const xml = path === undefined ? null : readText(zip, path);
  return xml === null || typeof xml === 'string' ? xml : read(xml.text);
}
