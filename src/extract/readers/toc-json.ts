import type { Link } from '../../model/link.js';
import { isRecord } from '../../kit/is-record.js';
import { fold } from '../../kit/text/fold.js';
import { resolverFor } from '../links/resolve.js';
import { pageOf } from '../page-of.js';
import type { BodyReader } from '../body-reader.js';

const depthLimit = 20;
const entryLimit = 50_000;
const titleLimit = 300;

/** DocFX's navigation as data: `{ items: [{ name, href, items }] }`, in a file named `toc.json`. */
export const tocJson: BodyReader = {
  accepts: ({ contentType, fileName }) => fileName === 'toc.json' && !contentType.includes('html'),
  read: (body) => {
    const resolve = resolverFor(body.url, body.fileSeeds);
    const links: Link[] = [];
    let isCut = false;

    function walk(entry: unknown, above: readonly string[]): void {
      if (!isRecord(entry)) return;
      if (links.length >= entryLimit || above.length > depthLimit) {
        isCut = true;
        return;
      }
      const text = fold(firstText(entry, ['name', 'displayName', 'toc_title']), titleLimit);
      for (const href of hrefsOf(entry)) {
        const destination = resolve(href);
        if (destination !== null) links.push({ ...destination, kind: 'navigation', text, headings: above });
      }
      const path = text === '' ? above : [...above, text];
      for (const child of childrenOf(entry)) walk(child, path);
    }

    const root = parse(body.markup);
    for (const entry of Array.isArray(root) ? root : [root]) walk(entry, []);
    return pageOf(body, links, isCut);
  },
};

/** Where an entry leads: its page, and the navigation it continues in. Each once. */
function hrefsOf(entry: Readonly<Record<string, unknown>>): readonly string[] {
  const page = firstText(entry, ['href', 'topicHref']);
  const further = firstText(entry, ['tocHref']);
  return [...new Set([page, further])].filter((href) => href !== '');
}

function childrenOf({ items, children }: Readonly<Record<string, unknown>>): readonly unknown[] {
  if (Array.isArray(items)) return items;
  return Array.isArray(children) ? children : [];
}

function firstText(entry: Readonly<Record<string, unknown>>, names: readonly string[]): string {
  for (const name of names) {
    const value = entry[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
