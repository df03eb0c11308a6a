/** The kinds that lead to pages worth walking; what the others lead to is only checked. */
const walkedKinds = ['anchor', 'frame', 'refresh', 'navigation', 'sitemap', 'redirect'] as const;

/** The kinds of link, by the markup that made them. Their order is stored. */
export const linkKinds = [
  ...walkedKinds,
  'image',
  'style',
  'script',
  'media',
  'form',
  'canonical',
  'alternate',
  'icon',
  'social',
  'resource',
] as const;
export type LinkKind = (typeof linkKinds)[number];

/** An edge from the page that holds it to a URL. */
export interface Link {
  /** Absolute, normalised and without fragment; the text as written if no URL can be made of it. */
  readonly url: string;
  readonly kind: LinkKind;
  /** What a person clicks on, white space folded: the link's text, else its `aria-label`, `title` or image's `alt`. */
  readonly text: string;
  /** The headings the link stands under, outermost first. In a navigation: the titles of the entries above it. */
  readonly headings: readonly string[];
  /** Decoded, without `#`; `null` when the link has none. */
  readonly fragment: string | null;
  /** The `href` as written, only where it looks like a slip of the pen (`hhttps://`, a lost scheme, invisible characters). */
  readonly written: string | null;
}

const walked: ReadonlySet<LinkKind> = new Set(walkedKinds);

/** Whether a link of this kind leads to something that is itself walked for links. Styles are read for `url()`. */
export function leadsToPage(kind: LinkKind): boolean {
  return walked.has(kind);
}
