import { documentTypeOf, type DocumentType } from '../../kit/documents/document-type.js';
import type { FileSeed } from '../../model/file-seed.js';
import type { Link } from '../../model/link.js';
import type { Material } from '../../model/reading.js';
import { resolverFor } from '../links/resolve.js';
import * as readers from './all.js';
import { mostLinks, type DocumentReader } from './document.js';

const registry: readonly DocumentReader[] = Object.values(readers);

/** What was read of a document. */
export interface ReadDocument {
  readonly links: readonly Link[];
  /** It has more links than are read of one document. */
  readonly isCut: boolean;
}

/** The links of a document that is no text, or why they cannot be read; `null` if it is no document. */
export function readDocument(
  { url, answer, body }: Material,
  { fileSeeds }: { readonly fileSeeds?: readonly FileSeed[] },
): ReadDocument | 'too-large' | 'unreadable' | null {
  const { contentType, headers } = answer;
  const type = documentTypeOf({ url, contentType, disposition: headers['content-disposition'] ?? null });
  if (type === null) return null;
  if (!body.complete) return answer.flaw === 'cut' ? 'unreadable' : 'too-large';
  const found = readAs(type, body.bytes);
  if (found === null) return 'unreadable';
  if (found === 'too-large') return found;
  const resolve = resolverFor(url, fileSeeds);
  const links = found.slice(0, mostLinks - 1).flatMap(({ href, text, headings }) => {
    const destination = resolve(href);
    return destination === null ? [] : [{ ...destination, kind: 'anchor' as const, text, headings }];
  });
  return { links, isCut: found.length >= mostLinks };
}

/** As what it is declared to be; else as what it turns out to be. */
function readAs(type: DocumentType, bytes: Uint8Array): ReturnType<DocumentReader['read']> {
  const others = registry.filter((reader) => reader.type !== type);
  for (const { read } of [...registry.filter((reader) => reader.type === type), ...others]) {
    const found = read(bytes);
    if (found !== null) return found;
  }
  return null;
}
