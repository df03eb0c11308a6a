import { domainToUnicode } from 'node:url';
import { isFileUrl, standardInput } from '../kit/urls/file-url.js';
import { groupBy } from '../kit/collections/group-by.js';
import { isRecord } from '../kit/is-record.js';
import { lastSegmentOf } from '../kit/urls/url-path.js';
import { valueAt } from './path.js';

/**
 * The same plain data narrowed to addresses given beside it. A configured source that has a seed on an address's host keeps
 * its scope and credentials and starts from the address; hosts that no source knows become sources of their own, called as they
 * are, and so do the files and folders together; the other sources are left out. Without addresses nothing changes.
 */
export function startFrom(value: unknown, addresses: readonly string[]): unknown {
  if (addresses.length === 0) return value;
  const configured = valueAt(value, ['sources']);
  const sources: readonly unknown[] = Array.isArray(configured) ? configured : [];
  const ids = new Set(sources.map((source) => valueAt(source, ['id'])));
  const narrowed = [...groupBy(new Set(addresses), siteOf)].map(([origin, seeds]) => {
    if (origin === files) return { id: unusedId(files, ids), title: nameOfFiles(seeds), seeds };
    const known = sources.find((source) => originsOf(source).includes(origin));
    if (known !== undefined) return { ...(isRecord(known) ? known : {}), seeds };
    const id = unusedId(slugOf(origin), ids);
    ids.add(id);
    return { id, title: hostName(new URL(origin)), seeds };
  });
  return { ...(isRecord(value) ? value : {}), sources: joinById(narrowed) };
}

const files = 'files';

function siteOf(address: string): string {
  return isFileUrl(address) ? files : new URL(address).origin;
}

/** Several have no name but their kind. */
function nameOfFiles([first = '', ...others]: readonly string[]): string {
  if (others.length > 0) return '';
  return first === standardInput ? 'stdin' : lastSegmentOf(first);
}

/** Its host as people write it, `例え.jp`. */
function hostName({ hostname, port }: URL): string {
  const name = domainToUnicode(hostname);
  return (name === '' ? hostname : name) + (port === '' ? '' : `:${port}`);
}

function originsOf(source: unknown): readonly string[] {
  const seeds = valueAt(source, ['seeds']);
  if (!Array.isArray(seeds)) return [];
  return seeds.flatMap((seed: unknown) =>
    typeof seed === 'string' && !isFileUrl(seed) && URL.canParse(seed) ? [new URL(seed).origin] : [],
  );
}

/** A source may have seeds on several hosts, and be meant on each of them. */
function joinById(sources: readonly { readonly seeds: readonly string[] }[]): readonly unknown[] {
  const joined = new Map<unknown, { readonly seeds: readonly string[] }>();
  for (const source of sources) {
    const id = valueAt(source, ['id']);
    joined.set(id, { ...source, seeds: [...(joined.get(id)?.seeds ?? []), ...source.seeds] });
  }
  return [...joined.values()];
}

function slugOf(origin: string): string {
  const slug = new URL(origin).host.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return slug === '' ? 'source' : slug;
}

function unusedId(id: string, used: ReadonlySet<unknown>): string {
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? id : `${id}-${count}`;
    if (!used.has(candidate)) return candidate;
  }
}
