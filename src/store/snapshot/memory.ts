import { createFingerprintTable } from '../../kit/fingerprints/fingerprint-table.js';
import type { FetchRequest, Validators } from '../../model/fetch.js';
import { noLinks, type PackedLinks } from '../../model/links/packed-links.js';
import type { Reading } from '../../model/reading.js';
import { isReadForLinks, type Resource } from '../../model/resource.js';
import type { Memory, Remembered } from '../../model/walk.js';
import type { StoredEntry, StoredSnapshot } from './stored-snapshot.js';

/**
 * Remembers what a run saw. It takes 64 bits of memory for each URL; what is recalled is read from the file, and what cannot be
 * read is not remembered. URLs are stored without their secrets, so neither those that had any nor pages that link to them are.
 */
export function createMemory(snapshot: StoredSnapshot): Memory {
  const urls = createFingerprintTable();
  const ids: number[] = [];
  const failed = createFingerprintTable();
  for (const { id, url, hasFailed } of snapshot.memories()) {
    if (hasFailed) failed.add(url);
    else if (urls.add(url) === ids.length) ids.push(id);
  }
  const leadsToSecrets = pagesThatLeadToSecrets(snapshot);
  return {
    recall: (request) => {
      const id = ids[urls.find(request.url)];
      if (id === undefined || leadsToSecrets.has(id)) return null;
      const entry = unlessDamaged(() => snapshot.entry(id));
      return entry === null || !isReusable(entry, request) ? null : rememberedOf(entry);
    },
    hasFailed: (url) => failed.find(url) >= 0,
  };
}

/** Pages with a link that cannot be asked for as it is stored. */
export function pagesThatLeadToSecrets(snapshot: StoredSnapshot): ReadonlySet<number> {
  const secret = snapshot.redacted();
  const pages = new Set<number>();
  if (secret.size === 0) return pages;
  for (const { from, to } of snapshot.edges()) if (to.some((id) => secret.has(id))) pages.add(from);
  return pages;
}

/** Whether what was read then is what would be read now: asked for in the same way, and walked if it is to be walked. */
function isReusable({ resource, links }: StoredEntry, request: FetchRequest): boolean {
  const { url, source, attempts, outcome } = resource;
  if (outcome.kind !== 'fetched' || url !== request.url || source !== request.source) return false;
  if (isReadForLinks(resource) && source !== null && links === null) return false;
  if (attempts.at(-1)?.method !== request.method) return false;
  return request.appetite !== 'whole' || attempts.every(({ method }) => method === 'GET');
}

function rememberedOf({ resource, links }: StoredEntry): Remembered | null {
  const { outcome } = resource;
  if (outcome.kind !== 'fetched') return null;
  const validators: Validators = {
    etag: entityTag(outcome.headers['etag']),
    lastModified: sendable(outcome.headers['last-modified']),
  };
  return { validators, outcome, reading: () => unlessDamaged(() => readingOf(resource, links)) };
}

/** Sent back, `*` asks whether there is anything at all (RFC 9110 §13.1.2): no page would ever change. */
function entityTag(value: string | undefined): string | null {
  return value === '*' ? null : sendable(value);
}

/** Some servers send values that may not be sent back. */
function sendable(value: string | undefined): string | null {
  return value !== undefined && /^[\x20-\x7e]+$/.test(value) ? value : null;
}

/** The URLs are read now, while a damaged file can still be given up on: the rest of the links is in memory. */
function readingOf({ page, signals }: Resource, links: PackedLinks | null): Reading {
  if (links === null) return { facts: page, links: noLinks, signals };
  return { facts: page, links: links.withUrls(), signals };
}

function unlessDamaged<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}
