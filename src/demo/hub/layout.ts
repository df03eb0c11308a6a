import { empty, element, heading, sheet } from '../markup.js';
import { modifiedOn } from '../world.js';
import type { Reply } from '../wire/reply.js';
import { staticFile } from '../wire/static-file.js';
import { encodeJapanese, type JapaneseEncoding } from './japanese-encoding.js';

/** A page of the Hub. */
export interface HubPage {
  readonly path: string;
  readonly language: 'en-us' | 'ja-jp';
  readonly title: string;
  readonly body: readonly string[];
  /** The night it last changed. */
  readonly changed?: number;
  /** The same page in the other language, where there is one. */
  readonly twin?: string;
  /** How old pages are encoded; they declare it in a `meta` alone. */
  readonly encoding?: JapaneseEncoding;
}

/** The page as DocFX builds it: the navigation is named in a `meta`, and no link leads there. */
export function hubPage({ path, language, title, body, changed, twin, encoding }: HubPage): Reply {
  const up = '../'.repeat(path.split('/').length - 3);
  const alternate = twin === undefined ? [] : [alternateLink(language, twin)];
  const markup = sheet({
    language,
    title: `${title} | FastTrack Ready Partner Hub`,
    charset: encoding ?? 'utf-8',
    head: [
      empty('meta', { name: 'docfx:navrel', content: `${up}toc.html` }),
      empty('meta', { name: 'docfx:tocrel', content: `${up}toc.html` }),
      empty('link', { rel: 'stylesheet', href: '/styles/site.css' }),
      empty('link', { rel: 'icon', href: '/favicon.svg' }),
      ...alternate,
    ],
    body: [element('article', {}, heading(1, title), ...body)],
  });
  const modified = modifiedOn(changed ?? 0);
  if (encoding === undefined) return staticFile('text/html; charset=utf-8', markup, modified);
  return staticFile('text/html', encodeJapanese(markup, encoding), modified);
}

function alternateLink(language: HubPage['language'], twin: string): string {
  return empty('link', { rel: 'alternate', hreflang: language === 'en-us' ? 'ja-jp' : 'en-us', href: twin });
}
