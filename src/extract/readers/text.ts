import { fold } from '../../kit/text/fold.js';
import { isFileUrl } from '../../kit/urls/file-url.js';
import { guessDelimiter } from '../../kit/documents/guess-delimiter.js';
import { fingerprint } from '../../kit/fingerprints/fingerprint.js';
import type { Link } from '../../model/link.js';
import { digestOf } from '../../model/page.js';
import { resolverFor } from '../links/resolve.js';
import { pageOf } from '../page-of.js';
import type { BodyReader, Clue, DecodedBody } from '../body-reader.js';
import { findAddresses } from '../text/addresses.js';
import { cellsOf } from '../text/cells.js';
import { withoutClosing } from '../text/heading.js';
import { findMarkedLinks, type MarkedLink } from '../text/markdown.js';
import { anchorsOfMarkdown } from '../text/markdown-anchors.js';
import { withoutCode, withoutCodeBlocks, withoutComments } from '../text/markdown-lines.js';
import { isHtml } from './html.js';
import { isSitemap } from './sitemap.js';

const entryLimit = 50_000;
const textLimit = 300;
const longestHeading = 1000;
/** Bytes that no text has, in UTF-8 and its like (WHATWG MIME Sniffing §3). */
const binary = /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]/;
const utf16 = /^(\xff\xfe|\xfe\xff)/;

/**
 * A text, Markdown or CSV file of the user's: the addresses in it, each under the number of its line, and the links of Markdown,
 * relative ones too if it is a Markdown file. Only of files: a text on a portal is no page.
 */
export const text: BodyReader = {
  accepts: (clue) => clue.isFile && isText(clue),
  read: (body) => {
    const resolve = resolverFor(body.url, body.fileSeeds);
    const links: Link[] = [];
    let heading = '';
    for (const { number, headings, found } of linesOf(body)) {
      if (heading === '') heading = headings[0] ?? '';
      for (const { href, text, isImage } of found) {
        const destination = resolve(href);
        if (destination === null) continue;
        if (links.length === entryLimit) return pageOf(body, links, true);
        links.push({
          ...destination,
          // A Markdown file is where names of Markdown files belong.
          written: isFileUrl(destination.url) && /\.mdx?(?:[?#]|$)/i.test(href) ? null : destination.written,
          kind: isImage ? 'image' : 'anchor',
          text: fold(text, textLimit),
          headings: [...headings, `L${number}`],
        });
      }
    }
    const digest = digestOf(fingerprint(body.markup));
    return { ...pageOf(body, links), heading, anchors: anchorsOf(body), digest };
  },
};

/** The places of a Markdown file; `null` if they are not asked for or it is another text. */
function anchorsOf({ markup, contentType, checkFragments }: DecodedBody): readonly string[] | null {
  if (!checkFragments || contentType !== 'text/markdown') return null;
  return anchorsOfMarkdown(withoutCodeBlocks(linesIn(markup)));
}

/** A line, and what is above it. */
interface Line {
  readonly number: number;
  readonly headings: readonly string[];
  readonly found: readonly Found[];
}

function* linesOf({ markup, contentType }: DecodedBody): Generator<Line> {
  const lines = linesIn(markup);
  const isMarkdown = contentType === 'text/markdown';
  const shown = isMarkdown ? withoutComments(withoutCode(lines)) : lines;
  const found = contentType === 'text/csv' ? linksOfRows(shown, guessDelimiter(markup)) : linksOf(shown);
  let headings: readonly string[] = [];
  let number = 0;
  for (const links of found) {
    if (isMarkdown) headings = headingsAfter(headings, shown[number] ?? '');
    // Elsewhere what has no scheme may be anything.
    const meant = isMarkdown ? links : links.filter(({ href }) => /^[a-z][a-z0-9+.-]*:\/\//i.test(href));
    yield { number: ++number, headings, found: meant };
  }
}

function linesIn(markup: string): readonly string[] {
  return markup.split(/\r\n?|\n/);
}

function isText(clue: Clue): boolean {
  const { contentType, head } = clue;
  if (contentType !== '') return /^text\/(?:plain|markdown|csv)$/.test(contentType);
  // What nobody knows by its name, and a page leads to, is a program as likely as not.
  return clue.isNamed && !isHtml(clue) && !isSitemap(head) && (utf16.test(head) || !binary.test(head));
}

interface Found {
  readonly href: string;
  readonly text: string;
  readonly isImage: boolean;
}

/** The links that begin in each line: what Markdown makes of its paragraph, and the addresses beside that. */
function* linksOf(lines: readonly string[]): Generator<readonly Found[]> {
  for (const paragraph of paragraphsOf(lines)) {
    const text = paragraph.join('\n');
    const marked = findMarkedLinks(text).toSorted((one, other) => one.start - other.start);
    const rest = marked.length === 0 ? paragraph : without(text, marked).split('\n');
    let next = 0;
    let end = -1;
    for (const [row, line] of paragraph.entries()) {
      const first = next;
      end += line.length + 1;
      while ((marked[next]?.start ?? text.length) < end) next++;
      yield [...marked.slice(first, next), ...findAddresses(rest[row] ?? '').map(bare)];
    }
  }
}

/** Lines up to a blank one, and that. */
function* paragraphsOf(lines: readonly string[]): Generator<readonly string[]> {
  let start = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() !== '' && index < lines.length - 1) continue;
    yield lines.slice(start, index + 1);
    start = index + 1;
  }
}

/** A text with a mark that no address has in place of what stands there. */
function without(text: string, places: readonly MarkedLink[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of places) {
    if (end <= at) continue;
    kept += text.slice(at, Math.max(at, start)) + text.slice(Math.max(at, start), end).replace(/[^\n]/g, '|');
    at = end;
  }
  return kept + text.slice(at);
}

function bare({ href }: Pick<Found, 'href'>): Found {
  return { href, text: '', isImage: false };
}

/** The addresses of rows; what they are called stands beside them. */
function* linksOfRows(rows: readonly string[], delimiter: string): Generator<readonly Found[]> {
  for (const row of rows) {
    const cells = cellsOf(row, delimiter);
    const found = cells.map((cell) => findAddresses(cell));
    const text = cells.find((cell, index) => cell.trim() !== '' && found[index]?.length === 0) ?? '';
    yield found.flat().map(({ href }) => ({ href, text, isImage: false }));
  }
}

/** The headings above what follows a line. */
function headingsAfter(headings: readonly string[], line: string): readonly string[] {
  const [, marks = '', words = ''] = /^ {0,3}(#{1,6})\s+(\S.*)$/.exec(line.slice(0, longestHeading)) ?? [];
  const title = withoutClosing(words);
  if (title === '') return headings;
  return [
    ...headings.slice(0, marks.length - 1),
    fold(title.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'), textLimit),
  ];
}
