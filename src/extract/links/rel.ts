import type { LinkKind } from '../../model/link.js';

/** What browsers do in advance, or machines do among themselves: there is nothing behind it for a person. */
const ignored: ReadonlySet<string> = new Set(
  'preconnect dns-prefetch prefetch prerender pingback webmention profile edituri expect'.split(' '),
);

const kinds: ReadonlyMap<string, LinkKind> = new Map([
  ['stylesheet', 'style'],
  ['canonical', 'canonical'],
  ['alternate', 'alternate'],
  ['icon', 'icon'],
  ['apple-touch-icon', 'icon'],
  ['apple-touch-icon-precomposed', 'icon'],
  ['mask-icon', 'icon'],
  ['modulepreload', 'script'],
] as const);

const preloaded: ReadonlyMap<string, LinkKind> = new Map([
  ['style', 'style'],
  ['script', 'script'],
  ['image', 'image'],
] as const);

/** The kind of a `<link>` or `Link` header by its `rel` and `as`; `null` if it is not worth checking. */
export function kindOfRelation(rel: string, as: string | null): LinkKind | null {
  const relations = rel.trim().toLowerCase().split(/\s+/);
  if (relations.includes('stylesheet')) return 'style'; // `alternate stylesheet`
  for (const relation of relations) {
    const kind = kinds.get(relation);
    if (kind !== undefined) return kind;
  }
  if (relations.includes('preload')) return preloaded.get(as?.toLowerCase() ?? '') ?? 'resource';
  return relations.some((relation) => ignored.has(relation)) ? null : 'resource';
}
