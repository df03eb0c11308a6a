import { attributeOf, scanXml } from '../scan-xml.js';
import type { Zip, ZipTrouble } from '../unzip.js';

/** The text of a part of an Office Open XML package (ECMA-376); `null` if there is none. */
export function readPart(zip: Zip, path: string): { readonly text: string } | ZipTrouble | null {
  const bytes = zip.read(path);
  if (bytes === null || typeof bytes === 'string') return bytes;
  return { text: new TextDecoder(charsetOf(bytes)).decode(bytes) };
}

function charsetOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** A relationship: what it is, and the part or address it leads to. */
export interface Relationship {
  readonly type: string;
  readonly target: string;
  /** It leads to an address, not to a part. */
  readonly isExternal: boolean;
}

/** More than Excel lets one sheet have links (65,530). */
const mostRelationships = 100_000;

/** The relationships of a part by id; those of the package itself if the path is empty. */
export function readRelationships(zip: Zip, path: string): ReadonlyMap<string, Relationship> | ZipTrouble {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const part = readPart(zip, relationshipsOf(path));
  const found = new Map<string, Relationship>();
  if (part === null) return found;
  if (typeof part !== 'object') return part;
  scanXml(part.text, {
    open: (tag, attributes) => {
      const target = tag === 'Relationship' ? attributeOf(attributes, 'Target') : null;
      if (target === null) return undefined;
      const isExternal = attributeOf(attributes, 'TargetMode') === 'External';
      found.set(attributeOf(attributes, 'Id') ?? '', {
        type: attributeOf(attributes, 'Type') ?? '',
        target: isExternal ? target : resolvePart(folder, target),
        isExternal,
      });
      return found.size < mostRelationships;
    },
  });
  return found;
}

/** Where the relationships of a part are: `xl/worksheets/_rels/sheet1.xml.rels` for `xl/worksheets/sheet1.xml`. */
export function relationshipsOf(path: string): string {
  const start = path.lastIndexOf('/') + 1;
  return `${path.slice(0, start)}_rels/${path.slice(start)}.rels`;
}

/** The id of a relationship among the attributes of an element, whatever prefix its namespace has; `null` if there is none. */
export function relationshipId(attributes: string): string | null {
  return /\s[\w-]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? null;
}

/** No program writes longer ones, and a hundred thousand of them would take minutes. */
const longestPath = 1024;

function resolvePart(folder: string, target: string): string {
  if (target.startsWith('/') || folder.length + target.length > longestPath) return target.replace(/^\//, '');
  const parts: string[] = [];
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
