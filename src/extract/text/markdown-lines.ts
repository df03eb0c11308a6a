/** Further into a line nobody looks for what begins it. */
const longestStart = 1000;
const codeSpan = /(?<!`)(`{1,9})(?!`)(?:[^`]|(?<!`)(?!\1(?!`))`{1,9}(?!`)){1,1000}?\1(?!`)/g;

/** The lines of a Markdown text without what is shown as code: empty, or blank in part, where code stands. */
export function withoutCode(lines: readonly string[]): readonly string[] {
  return withoutFenced(lines).map((line) =>
    line.replace(codeSpan, (span) => ' '.repeat(span.length)),
  );
}

function withoutFenced(lines: readonly string[]): readonly string[] {
  let fence = '';
  return lines.map((line) => {
    const mark = /^ {0,3}(?:(?:[-*+>]|\d{1,9}[.)])\s{0,9}){0,20}(`{3,}|~{3,})(.*)$/.exec(
      line.slice(0, longestStart),
    );
    const [run = '', rest = ''] = mark?.slice(1) ?? [];
    if (fence === '') {
      // Backticks in the rest make it a code span.
      if (run === '' || (run.startsWith('`') && rest.includes('`'))) return line;
      fence = run;
    } else if (run.startsWith(fence) && rest.trim() === '') fence = '';
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
