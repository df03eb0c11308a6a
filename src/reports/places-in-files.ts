import type { Finding } from '../model/report.js';

/** Where a link stands: on a page, or in a file. */
export interface LinkPlace {
  readonly url: string;
  /** The path of a file of the user's; `null` for a page of the web. */
  readonly path: string | null;
  readonly line: number | null;
}

const lineNumber = /^L([1-9]\d{0,8})$/;

/** Where the links of a finding stand, each place once; the finding's own address if nothing links to it. */
export function placesOf(finding: Pick<Finding, 'url' | 'referrers' | 'trail'>): readonly LinkPlace[] {
  const { referrers } = finding;
  if (referrers.length === 0) {
    const url = withoutTask(finding);
    return [{ url, path: pathOf(url), line: null }];
  }
  const places = new Map<string, LinkPlace>();
  for (const { url: page, headings } of referrers) {
    const path = pathOf(page);
    const line = path === null ? null : lineOf(headings);
    const key = `${line ?? ''} ${page}`;
    if (!places.has(key)) places.set(key, { url: page, path, line });
  }
  return [...places.values()];
}

/** What a list alone names has the address of the list with the task behind it, but only the list is a file. */
function withoutTask({ url, trail: [list] }: Pick<Finding, 'url' | 'trail'>): string {
  return list !== undefined && url.startsWith(`${list.url}#`) ? list.url : url;
}

/** What has no scheme: reports name files by their paths. */
function pathOf(url: string): string | null {
  return url === '' || /^[a-z][a-z0-9+.-]*:/i.test(url) ? null : url;
}

/** Texts have the number of the line below their headings. */
function lineOf(headings: readonly string[]): number | null {
  const found = lineNumber.exec(headings.at(-1) ?? '')?.[1];
  return found === undefined ? null : Number(found);
}
