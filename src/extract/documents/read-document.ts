import { createHash } from 'node:crypto';
import { documentTypeOf, type DocumentType } from '../../kit/document-type.js';
import { digestOf, type Page } from '../../model/page.js';
import type { Material } from '../../model/reading.js';
import { resolverFor } from '../links/resolve.js';
import { pageOf } from '../page-of.js';
import * as readers from './all.js';
import type { DocumentLink, DocumentReader } from './document.js';

const registry: readonly DocumentReader[] = Object.values(readers);
const entryLimit = 50_000;

/** The links of a document that is no text; `null` if it is none, or cannot be read. */
export function readDocument(
  { url, answer, body }: Material,
  { folders }: { readonly folders?: readonly string[] },
): Page | null {
  if (!body.complete) return null;
  const { contentType, headers } = answer;
  const type = documentTypeOf({ url, contentType, disposition: headers['content-disposition'] ?? null });
  const found = type === null ? null : readAs(type, body.bytes);
  if (found === null) return null;
  const resolve = resolverFor(url, folders);
  const links = found.slice(0, entryLimit).flatMap(({ href, text, headings }) => {
    const destination = resolve(href);
    return destination === null ? [] : [{ ...destination, kind: 'anchor' as const, text, headings }];
  });
  return { ...pageOf({ charset: 'utf-8' }, links, found.length > entryLimit), digest: digest(body.bytes) };
}

/** As what it is declared to be; else as what it turns out to be. */
function readAs(type: DocumentType, bytes: Uint8Array): readonly DocumentLink[] | null {
  const others = registry.filter((reader) => reader.type !== type);
  for (const { read } of [...registry.filter((reader) => reader.type === type), ...others]) {
    const found = read(bytes);
    if (found !== null) return found;
  }
  return null;
}

function digest(bytes: Uint8Array): string {
  return digestOf(createHash('sha256').update(bytes).digest('hex').slice(0, 16));
}
