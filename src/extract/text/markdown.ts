/** A link that Markdown makes of a paragraph (CommonMark §6.3), and where it stands. */
export interface MarkedLink {
  readonly href: string;
  readonly text: string;
  readonly isImage: boolean;
  readonly start: number;
  readonly end: number;
}

/**
 * `](` of an inline link, with a destination between angle brackets or with balanced parentheses, and perhaps a title. What
 * repeats is bounded, here and below, so that no line takes long.
 */
const destination =
  /\]\(\s{0,9}(?:<([^<>\n]{0,2048})>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.){0,500}\)){0,2048}))(?:\s{1,9}(?:"[^"]{0,500}"|'[^']{0,500}'|\([^)]{0,500}\)))?\s{0,9}\)/g;
/** `[label]: destination`, which is where a reference leads. What starts with a caret is a footnote, and code is blank. */
const definition =
  /^ {0,3}\[([^\]\n^][^\]\n]{0,1000})\]:[^\S\n]{0,99}(?:<([^<>\n]{0,2048})>|([^\s<]\S{0,2047}))/gm;
const markup =
  /<(a|img)\b[^<>]{0,500}?\s(?:href|src)\s{0,9}=\s{0,9}(?:"([^"<>]{0,2048})"|'([^'<>]{0,2048})')[^<>]{0,500}>/gi;
const longestText = 300;

/** The links of a paragraph, in order: each may go over several lines. */
export function findMarkedLinks(paragraph: string): readonly MarkedLink[] {
  if (!paragraph.includes(']') && !paragraph.includes('<')) return [];
  const links: MarkedLink[] = [];
  for (const { index, 0: whole, 1: text = '', 2: enclosed, 3: bare = '' } of paragraph.matchAll(definition)) {
    const href = unescape(enclosed ?? bare);
    links.push({ href, text, isImage: false, start: index, end: index + whole.length });
  }
  for (const { index, 0: whole, 1: enclosed, 2: bare = '' } of paragraph.matchAll(destination)) {
    const opening = openingOf(paragraph, index);
    if (opening < 0) continue;
    const isImage = paragraph[opening - 1] === '!';
    const text = paragraph.slice(opening + 1, index).slice(0, longestText);
    links.push({
      href: unescape(enclosed ?? bare),
      text: plain(text),
      isImage,
      start: opening,
      end: index + whole.length,
    });
  }
  for (const { index, 0: whole, 1: name, 2: double, 3: single } of paragraph.matchAll(markup)) {
    const href = (double ?? single ?? '').replaceAll('&amp;', '&');
    links.push({
      href,
      text: '',
      isImage: name?.toLowerCase() === 'img',
      start: index,
      end: index + whole.length,
    });
  }
  return links;
}

/** The bracket that the one at `end` closes; -1 if none does. */
function openingOf(line: string, end: number): number {
  let depth = 1;
  for (let at = end - 1; at >= 0 && end - at < 2000; at--) {
    if (line[at - 1] === '\\') continue;
    if (line[at] === ']') depth++;
    else if (line[at] === '[' && --depth === 0) return at;
  }
  return -1;
}

function unescape(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** The words of a link, without the image in it and without marks. */
function plain(text: string): string {
  return text
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]+/g, '')
    .trim();
}
