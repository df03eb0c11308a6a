import { element, empty, escape, heading, link, sheet } from '../markup.js';
import type { DemoWorld } from '../world.js';
import { html, type Reply } from '../wire/reply.js';

/** A page of the Community. */
export interface CommunityPage {
  readonly path: string;
  readonly language: 'en-US' | 'ja-JP';
  readonly title: string;
  /** The pages above it, outermost first. */
  readonly above: readonly Crumb[];
  readonly body: readonly string[];
  readonly status?: number;
  /** Ends without the portal's end mark, as a page does that was cut while it was made. */
  readonly isUnfinished?: boolean;
}

export type Crumb = readonly [title: string, path: string];

/** The page as Power Pages renders it: breadcrumb, page path in the body's state, time stamp and end mark. */
export function communityPage(page: CommunityPage, world: DemoWorld): Reply {
  const { path, language, title, above, body, status } = page;
  const markup = sheet({
    language,
    title: `${title} · Microsoft 365 Specialty Partner Community`,
    head: [empty('link', { rel: 'stylesheet', href: '/css/portal.css' })],
    bodyAttributes: {
      'data-sitemap-state': `${path}:${above.at(-1)?.[1] ?? ''}`,
      'data-dateformat': 'M/d/yyyy',
    },
    body: [breadcrumb(above, title), heading(1, title), ...body, antiForgery],
  });
  const stamp = `<!-- Generated at ${new Date(world.now()).toISOString()} -->`;
  const correlation = { 'x-ms-request-id': '5a0c5f3e-8d7b-4f0e-9a53-2f6f7d0f4122' };
  return html(
    `${markup}${stamp}\n${page.isUnfinished === true ? '' : '<!-- Page OK -->\n'}`,
    status,
    correlation,
  );
}

export const home: Readonly<Record<CommunityPage['language'], Crumb>> = {
  'en-US': ['Home', '/en-us/'],
  'ja-JP': ['ホーム', '/ja-jp/'],
};

const antiForgery = element(
  'div',
  { id: 'antiforgerytoken', 'data-url': '/_layout/tokenhtml' },
  empty('input', { name: '__RequestVerificationToken', type: 'hidden', value: 'demo' }),
);

const longestCrumb = 24;

function breadcrumb(above: readonly Crumb[], title: string): string {
  const links = above.map(([name, path]) =>
    element('li', {}, element('a', { href: path, title: name }, escape(shorten(name)))),
  );
  const last = element('li', { class: 'active', title }, escape(shorten(title)));
  return element('ul', { class: 'breadcrumb' }, ...links, last);
}

/** Long titles are cut; the whole one stands in `title=`. */
function shorten(title: string): string {
  return title.length > longestCrumb ? `${title.slice(0, longestCrumb)}...` : title;
}

/** A titled group of links. */
export function linkList(title: string, links: readonly (readonly [href: string, text: string])[]): string {
  return (
    heading(2, title) + element('ul', {}, ...links.map(([href, text]) => element('li', {}, link(href, text))))
  );
}
