import type { Fetched, Resource } from '../../model/resource.js';
import type { Snapshot } from '../../model/snapshot.js';
import { decodePercent, pathOf } from '../../kit/urls/url-path.js';
import { claimsOf, expectedKind } from '../marks/document-kinds.js';

/** More than any portal holds; what comes later is not surveyed, so that memory stays bounded. */
const most = 200_000;

/** The documents of a snapshot that opened, in order of id. */
export function* healthyDocuments(
  snapshot: Snapshot,
): Generator<{ readonly resource: Resource; readonly answer: Fetched }> {
  let count = 0;
  for (const resource of snapshot.documents()) {
    const { outcome, role } = resource;
    if (outcome.kind !== 'fetched' || role === 'probe') continue;
    if (expectedKind(claimsOf(resource.url, outcome)) === null) continue;
    if (++count > most) return;
    yield { resource, answer: outcome };
  }
}

/** The last segment of a URL's path, decoded. */
export function fileNameOfUrl(url: string): string {
  const path = pathOf(url);
  return decodePercent(path.slice(path.lastIndexOf('/') + 1));
}
