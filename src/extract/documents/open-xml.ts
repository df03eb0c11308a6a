import { attributeOf, scanXml } from '../../kit/scan-xml.js';
import { openZip, type Zip } from '../../kit/unzip.js';
import type { DocumentLink } from './document.js';

/** What an Office Open XML package (ECMA-376) may cost to read. */
const limits = { entries: 20_000, inflated: 104_857_600 };

/** A package whose parts are read one by one. */
export interface Package {
  /** The text of a part; empty if there is none. Throws `Unreadable` if it cannot be read. */
  readonly part: (path: string) => string;
  /** The relationships of a part, by id. */
  readonly relations: (path: string) => ReadonlyMap<string, Relation>;
  /** The paths of its parts that match, in order of the numbers in them: slide 2 before slide 10. */
  readonly parts: (pattern: RegExp) => readonly string[];
}

/** Where a relationship leads: to an address, or to a part by its path. */
export interface Relation {
  readonly target: string;
  readonly isExternal: boolean;
  /** People follow it. */
  readonly isLink: boolean;
}

class Unreadable extends Error {}

/**
 * The links of a package: those that `read` finds, and those of parts that it did not look at, such as diagrams. `null` if `read`
 * finds nothing to read, or if it is no package, or is encrypted or damaged.
 */
export function readPackage(
  bytes: Uint8Array,
  read: (content: Package) => readonly DocumentLink[] | null,
): readonly DocumentLink[] | null {
  const zip = openZip(bytes, limits);
  if (typeof zip === 'string') return null;
  try {
    const { content, others } = packageOf(zip);
    const found = read(content);
    return found === null ? null : [...found, ...others()];
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

function packageOf(zip: Zip): { content: Package; others: () => readonly DocumentLink[] } {
  const read = new Set<string>();
  const part = (path: string): string => {
    const bytes = zip.read(path);
    if (typeof bytes === 'string') throw new Unreadable(bytes);
    return bytes === null ? '' : new TextDecoder(charsetOf(bytes)).decode(bytes);
  };
  const relations: Package['relations'] = (path) => {
    const place = path.replace(/([^/]+)$/, '_rels/$1.rels');
    read.add(place.toLowerCase());
    return relationsIn(part(place), path);
  };
  const parts: Package['parts'] = (pattern) => zip.names.filter((name) => pattern.test(name)).sort(byNumber);
  return {
    content: { part, relations, parts },
    others: () =>
      parts(/\/_rels\/[^/]+\.rels$/i)
        .filter((place) => !read.has(place.toLowerCase()))
        .flatMap((place) => [...relations(place.replace(/_rels\/([^/]+)\.rels$/i, '$1')).values()])
        .filter(({ isExternal, isLink }) => isExternal && isLink)
        .map(({ target }) => ({ href: target, text: '', headings: [] })),
  };
}

function charsetOf([first, second]: Uint8Array): string {
  return first === 0xff && second === 0xfe
    ? 'utf-16le'
    : first === 0xfe && second === 0xff
      ? 'utf-16be'
      : 'utf-8';
}

function relationsIn(xml: string, path: string): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  scanXml(xml, {
    open: (name, attributes) => {
      const [id, target] = [attributeOf(attributes, 'Id'), attributeOf(attributes, 'Target')];
      if (name !== 'Relationship' || id === null || target === null) return undefined;
      const isExternal = attributeOf(attributes, 'TargetMode') === 'External';
      const isLink = (attributeOf(attributes, 'Type') ?? '').endsWith('/hyperlink');
      relations.set(id, { target: isExternal ? target : partPath(target, path), isExternal, isLink });
      return undefined;
    },
  });
  return relations;
}

function partPath(target: string, from: string): string {
  return new URL(target, `part:///${from}`).pathname.slice(1);
}

/** The id of a relationship among attributes, whatever prefix its namespace has. */
export function relationId(attributes: string): string | null {
  return /\s[\w-]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? null;
}

function byNumber(one: string, other: string): number {
  return numberIn(one) - numberIn(other) || (one < other ? -1 : 1);
}

function numberIn(path: string): number {
  return Number(/(\d+)\.\w+$/.exec(path)?.[1] ?? 0);
}
