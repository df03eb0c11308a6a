import type { Resource } from '../model/resource.js';

/** What a page calls itself; `null` if it says nothing. */
export function ownName({ page }: Resource): string | null {
  return [page?.title, page?.heading].find((name) => name !== undefined && name !== '') ?? null;
}

/** Whether two names are the same to a person: letter case, width of characters and white space do not count. */
export function isSameName(one: string, other: string): boolean {
  return one === other || plain(one) === plain(other);
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
