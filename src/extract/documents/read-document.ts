import { createHash } from 'node:crypto';
import { digestOf, type Page } from '../../model/page.js';
import type { Material } from '../../model/reading.js';
import { resolverFor } from '../links/resolve.js';
import { pageOf } from '../page-of.js';
import * as readers from './all.js';
import type { DocumentReader } from './document.js';

const registry: readonly DocumentReader[] = Object.values(readers);
const entryLimit = 50_000;

/** The links of a document that is no text; `null` if it is none, or cannot be read. */
export function readDocument(
  { url, answer, body }: Material,
  { folders }: { readonly folders?: readonly string[] },
): Page | null {
  if (!body.complete) return null;
  const reader = registry.find(({ accepts }) => accepts(answer.contentType));
  const found = reader?.read(body.bytes) ?? null;
  if (found === null) return null;
  const resolve = resolverFor(url, folders);
  const links = found.slice(0, entryLimit).flatMap(({ href, text, headings }) => {
    const destination = resolve(href);
    return destination === null ? [] : [{ ...destination, kind: 'anchor' as const, text, headings }];
  });
  return { ...pageOf({ charset: 'utf-8' }, links, found.length > entryLimit), digest: digest(body.bytes) };
}

function digest(bytes: Uint8Array): string {
  return digestOf(createHash('sha256').update(bytes).digest('hex').slice(0, 16));
}
