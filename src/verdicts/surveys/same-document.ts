import { z } from 'zod';
import type { Fetched, Resource } from '../../model/resource.js';
import type { Remark } from '../../model/verdict.js';
import type { Snapshot } from '../../model/snapshot.js';
import { tuning } from '../define.js';
import { remark } from '../judgement.js';
import { defineSurvey } from './define.js';
import { fileNameOfUrl, healthyDocuments } from './documents.js';

const shown = 10;

export const sameDocument = defineSurvey({
  id: 'same-document',
  summary: 'One document under several addresses.',
  options: tuning.extend({
    smallest: z.int().min(0).default(2048).describe('bytes below which files are too much alike to tell'),
  }),
  survey: function* (snapshot, { smallest }) {
    for (const group of groupsOf(snapshot, smallest)) {
      const addresses = [...group.values()].sort();
      for (const id of group.keys())
        yield { resource: id, judgement: judgementOn(addresses) } satisfies Remark;
    }
  },
});

function judgementOn(addresses: readonly string[]) {
  return remark(
    'info',
    `The same document lies at ${addresses.length} addresses. Whoever updates one of them may forget the others.`,
    `同じ文書が ${addresses.length} か所のアドレスにあります。一部だけが更新されるおそれがあります。`,
    { addresses: addresses.slice(0, shown), count: addresses.length },
  );
}

/** Addresses by id, of documents that are the same. */
function groupsOf(snapshot: Snapshot, smallest: number): readonly ReadonlyMap<number, string>[] {
  const groups = new Map<string, Map<number, string>>();
  for (const { resource, answer } of healthyDocuments(snapshot)) {
    const identity = identityOf(resource, answer, smallest);
    if (identity === null) continue;
    const group = groups.get(identity) ?? new Map<number, string>();
    if (group.size === 0) groups.set(identity, group);
    group.set(resource.id, resource.url);
  }
  return [...groups.values()].filter(({ size }) => size > 1);
}

/** Equal only for files that are the same: a validator of the server and the length, or name, length and date. */
function identityOf({ url }: Resource, { length, headers }: Fetched, smallest: number): string | null {
  if (length === null || length < smallest) return null;
  const etag = headers['etag'];
  if (etag !== undefined) return `${etag.replace(/^W\//, '')} ${length}`;
  const modified = headers['last-modified'];
  return modified === undefined ? null : `${fileNameOfUrl(url).toLowerCase()} ${length} ${modified}`;
}
