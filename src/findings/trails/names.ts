import { originOf } from '../../kit/urls/url.js';
import { lastSegmentOf } from '../../kit/urls/url-path.js';
import type { Resource } from '../../model/resource.js';

/** What a page calls itself; `null` if it says nothing. */
export function ownName({ page }: Resource): string | null {
  return [page?.title, page?.heading].find((name) => name !== undefined && name !== '') ?? null;
}

/** The name of what has no title: its file, folder or host, as in its address. */
export function addressName(url: string): string {
  const isAddress = /^https?:\/\//i.test(url);
  const name = isAddress ? lastSegmentOf(url) || originOf(url).replace(/^.*\/\//, '') : url;
  return name.trim() === '' ? url : name;
}

/** Whether two names are the same to a person: letter case, width of characters and white space are ignored. */
export function isSameName(one: string, other: string): boolean {
  return one === other || plain(one) === plain(other);
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
