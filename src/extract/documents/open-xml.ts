import {
  readPart,
  readRelationships,
  relationshipsOf,
  type Relationship,
} from '../../kit/documents/open-xml/parts.js';
import { openZip, type Zip, type ZipTrouble } from '../../kit/documents/unzip.js';
import { compareTexts } from '../../kit/text/compare-texts.js';
import { mostLinks, type DocumentLink, type DocumentReader } from './document.js';

/** What an Office Open XML package (ECMA-376) may cost to read. */
const limits = { entries: 20_000, inflated: 104_857_600 };

/** A package whose parts are read one by one. */
export interface Package {
  readonly has: (path: string) => boolean;
  /** The text of a part; empty if there is none. Throws `Unreadable` if it cannot be read. */
  readonly part: (path: string) => string;
  /** The relationships of a part, by id. */
  readonly relationships: (path: string) => ReadonlyMap<string, Relationship>;
  /** The paths of its parts that match, in order of the numbers in them: slide 2 before slide 10. */
  readonly parts: (pattern: RegExp) => readonly string[];
}

class Unreadable extends Error {
  readonly trouble: ZipTrouble;

  constructor(trouble: ZipTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/**
 * The links of a package: those that `read` finds, and those of parts that it did not look at, such as diagrams. `null` if `read`
 * finds nothing to read, or if it is no package, or is encrypted or damaged.
 */
export function readPackage(
  bytes: Uint8Array,
  read: (content: Package) => readonly DocumentLink[] | null,
): ReturnType<DocumentReader['read']> {
  const zip = openZip(bytes, limits);
  if (typeof zip === 'string') return zip === 'bomb' ? 'too-large' : null;
  try {
    const { content, others } = packageOf(zip);
    const found = read(content);
    return found === null ? null : found.concat(others());
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return error.trouble === 'bomb' ? 'too-large' : null;
  }
}

/** The links of all parts, read one by one until there are enough. */
export function linksOfAll<Part>(
  parts: readonly Part[],
  read: (part: Part, index: number) => readonly DocumentLink[],
): readonly DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const [index, part] of parts.entries()) {
    for (const link of read(part, index)) links.push(link);
    if (links.length >= mostLinks) break;
  }
  return links;
}

function packageOf(zip: Zip): { content: Package; others: () => readonly DocumentLink[] } {
  const read = new Set<string>();
  const part = (path: string): string => {
    const found = readPart(zip, path);
    if (typeof found === 'string') throw new Unreadable(found);
    return found?.text ?? '';
  };
  const relationships: Package['relationships'] = (path) => {
    read.add(relationshipsOf(path).toLowerCase());
    const found = readRelationships(zip, path);
    if (typeof found === 'string') throw new Unreadable(found);
    return found;
  };
  const parts: Package['parts'] = (pattern) => zip.names.filter((name) => pattern.test(name)).sort(byNumber);
  return {
    content: { has: zip.has, part, relationships, parts },
    others: () => {
      const places = parts(/\/_rels\/[^/]+\.rels$/i).filter((place) => !read.has(place.toLowerCase()));
      return linksOfAll(places, (place) =>
        [...relationships(place.replace(/_rels\/([^/]+)\.rels$/i, '$1')).values()]
          .filter(({ isExternal, type }) => isExternal && type.endsWith('/hyperlink'))
          .map(({ target }) => ({ href: target, text: '', headings: [] })),
      );
    },
  };
}

/** The address of a link, with the place in what it leads to, which Office keeps beside it; `null` for none. */
export function withPlace(target: string, place: string | null): string {
  return place === null || place === '' || target.includes('#') ? target : `${target}#${place}`;
}

function byNumber(one: string, other: string): number {
  return numberIn(one) - numberIn(other) || compareTexts(one, other);
}

function numberIn(path: string): number {
  return Number(/(?<!\d)(\d+)\.\w+$/.exec(path)?.[1] ?? 0);
}
