import { isBlank } from './attributes.js';
import { isAt } from './names.js';

/** Where the content that starts here ends: at `</name`, or at the end of the markup. */
export function findRawTextEnd(markup: string, name: string, from: number): number {
  if (name === 'plaintext') return markup.length;
  return name === 'script' ? findScriptEnd(markup, from) : findEndTag(markup, name, from);
}

function findEndTag(markup: string, name: string, from: number): number {
  let at = markup.indexOf('</', from);
  while (at >= 0) {
    const end = at + 2 + name.length;
    if (isAt(name, markup, at + 2, end) && endsTagName(markup.charCodeAt(end))) return at;
    at = markup.indexOf('</', at + 2);
  }
  return markup.length;
}

function endsTagName(code: number): boolean {
  return code === 0x3e || code === 0x2f || isBlank(code);
}

/**
 * A script that hides itself in `<!--` may contain `<script>…</script>` as text: there the first `</script>` ends only the inner
 * one ("double escaped").
 */
function findScriptEnd(markup: string, from: number): number {
  const marks = /<(?:!--|\/?script(?=[\t\n\f\r />]))|-->/gi;
  marks.lastIndex = from;
  let escaped = false;
  let doubleEscaped = false;
  for (let mark = marks.exec(markup); mark !== null; mark = marks.exec(markup)) {
    switch (mark[0].charAt(1).toLowerCase()) {
      case '!':
        if (!escaped) marks.lastIndex -= 2; // `<!-->` opens and closes at once
        escaped = true;
        break;
      case '-':
        escaped = doubleEscaped = false;
        break;
      case '/':
        if (!doubleEscaped) return mark.index;
        doubleEscaped = false;
        break;
      default:
        doubleEscaped = escaped;
    }
  }
  return markup.length;
}
