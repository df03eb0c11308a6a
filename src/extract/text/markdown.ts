/** A link that Markdown makes of a line (CommonMark §6.3), and where it stands. */
export interface MarkedLink {
  readonly href: string;
  readonly text: string;
  readonly isImage: boolean;
  readonly start: number;
  readonly end: number;
}

/**
 * `](` of an inline link, with a destination between angle brackets or with balanced parentheses, and perhaps a title. What repeats is
 * bounded, here and below, so that no line takes long.
 */
const destination =
  /\]\(\s{0,9}(?:<([^<>\n]{0,2048})>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.){0,500}\)){0,2048}))(?:\s{1,9}(?:"[^"]{0,500}"|'[^']{0,500}'|\([^)]{0,500}\)))?\s{0,9}\)/g;
/** `[label]: destination`, which is where a reference leads. */
const definition = /^ {0,3}\[([^\]\s][^\]]*)\]:\s*(?:<([^<>]*)>|(\S+))/;
const markup =
  /<(a|img)\b[^<>]{0,500}?\s(?:href|src)\s{0,9}=\s{0,9}(?:"([^"<>]{0,2048})"|'([^'<>]{0,2048})')[^<>]{0,500}>/gi;
const longestText = 300;
/** Further into a line nobody looks for what begins it. */
const longestStart = 1000;

/** The links of a line, in order. */
export function findMarkedLinks(line: string): readonly MarkedLink[] {
  const defined = definition.exec(line.slice(0, 2 * longestStart));
  if (defined !== null) {
    const [whole, text = '', enclosed, bare = ''] = defined;
    // What starts with a caret is a footnote.
    if (text.startsWith('^')) return [];
    return [{ href: unescape(enclosed ?? bare), text, isImage: false, start: 0, end: whole.length }];
  }
  const links: MarkedLink[] = [];
  for (const { index, 0: whole, 1: enclosed, 2: bare = '' } of line.matchAll(destination)) {
    const opening = openingOf(line, index);
    if (opening < 0) continue;
    const isImage = line[opening - 1] === '!';
    const text = line.slice(opening + 1, index).slice(0, longestText);
    links.push({
      href: unescape(enclosed ?? bare),
      text: plain(text),
      isImage,
      start: opening,
      end: index + whole.length,
    });
  }
  for (const { index, 0: whole, 1: name, 2: double, 3: single } of line.matchAll(markup)) {
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

/** The lines of a Markdown text without what is shown as code: empty where code stands. */
export function withoutCode(lines: readonly string[]): readonly string[] {
  let fence = '';
  return lines.map((line) => {
    const mark = /^ {0,3}(?:(?:[-*+>]|\d{1,9}[.)])\s{0,9}){0,20}(`{3,}|~{3,})(.*)$/.exec(
      line.slice(0, longestStart),
    );
    const [run = '', rest = ''] = mark?.slice(1) ?? [];
    if (fence === '') {
      // Backticks in the rest make it a code span.
      if (run !== '' && !(run.startsWith('`') && rest.includes('`'))) {
        fence = run;
        return '';
      }
      return line.replace(
        /(?<!`)(`{1,9})(?!`)(?:[^`]|(?<!`)(?!\1(?!`))`{1,9}(?!`)){1,1000}?\1(?!`)/g,
        (span) => ' '.repeat(span.length),
      );
    }
    if (run.startsWith(fence) && rest.trim() === '') fence = '';
    return '';
  });
}

/** The same without comments (CommonMark §6.6): blank where one stands. What is never closed is none, so that nothing is missed. */
export function withoutComments(lines: readonly string[]): readonly string[] {
  const text = lines.join('\n');
  let kept = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!--', at);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 2);
    if (end < 0) return (kept + text.slice(at)).split('\n');
    kept += text.slice(at, start) + text.slice(start, end + 3).replace(/[^\n]/g, ' ');
    at = end + 3;
  }
}
