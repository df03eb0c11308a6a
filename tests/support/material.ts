import { readMaterial } from '../../src/extract/read-material.js';
import type { FileSeed } from '../../src/model/file-seed.js';
import type { Link } from '../../src/model/link.js';
import type { Material, Reading } from '../../src/model/reading.js';
import type { Observation } from '../../src/model/verdict.js';
import { unpackLinks } from './unpack-links.js';

interface Given {
  readonly url?: string;
  readonly contentType?: string;
  readonly charset?: string | null;
  readonly linkHeader?: string | null;
  readonly refreshHeader?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the user named of this machine. */
  readonly fileSeeds?: readonly FileSeed[];
  readonly status?: number;
  readonly complete?: boolean;
  /** If it is a document, its links are wanted. */
  readonly wholeDocuments?: boolean;
}

/** A fetched body out of nothing: an HTML page of example.test unless told otherwise. */
export function materialOf(body: string | Uint8Array, given: Given = {}): Material {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return {
    url: given.url ?? 'https://example.test/folder/page.html',
    charset: given.charset ?? null,
    linkHeader: given.linkHeader ?? null,
    refreshHeader: given.refreshHeader ?? null,
    body: { bytes, complete: given.complete ?? true, tail: null },
    wholeDocuments: given.wholeDocuments ?? false,
    answer: {
      kind: 'fetched',
      status: given.status ?? 200,
      location: null,
      contentType: given.contentType ?? 'text/html',
      length: bytes.length,
      bytes: bytes.length,
      flaw: null,
      headers: given.headers ?? {},
    },
  };
}

/** Reads a body with everything on. */
export function readBody(
  body: string | Uint8Array,
  given: Given = {},
  observe: (observation: Observation) => void = () => undefined,
): Omit<Reading, 'links'> & { readonly links: readonly Link[] } {
  const { fileSeeds = [] } = given;
  const reading = readMaterial(
    materialOf(body, given),
    { checkFragments: true, fileSeeds },
    (observation) => {
      observe(observation);
      return {};
    },
  );
  return { ...reading, links: unpackLinks(reading.links) };
}

/** The URLs of a body's links. */
export function urlsOf(body: string | Uint8Array, given: Given = {}): readonly string[] {
  return readBody(body, given).links.map((link) => link.url);
}
