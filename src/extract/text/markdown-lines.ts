/** Further into a line nobody looks for what begins it. */
const longestStart = 1000;
const codeSpan = /(?<!`)(`{1,9})(?!`)(?:[^`]|(?<!`)(?!\1(?!`))`{1,9}(?!`)){1,1000}?\1(?!`)/g;
/** What stands further in below such a line belongs to it: items, notes, definitions, elements, tabs. */
const container = /^ {0,3}(?:(?:[-+*]|\d{1,9}[.)])\s|[>:<{]|\[\^|!!!|\?\?\?|===\+? ")/;

/** A heading, or a rule: no paragraph goes on below it. */
const ending = /^ {0,3}(?:#{1,6}(?:\s|$)|([-=_*])\1{2,}\s*$)/;

/** The lines of a Markdown text without what is shown as code: empty, or blank in part, where code stands. */
export function withoutCode(lines: readonly string[]): readonly string[] {
  return withoutCodeBlocks(lines).map((line) => line.replace(codeSpan, (span) => ' '.repeat(span.length)));
}

/** The same with code that is part of a line. */
export function withoutCodeBlocks(lines: readonly string[]): readonly string[] {
  return withoutIndented(withoutFenced(lines));
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

/** Without what stands four blanks in and continues no paragraph (CommonMark §4.4), unless it may belong to what is above. */
function withoutIndented(lines: readonly string[]): readonly string[] {
  let isContained = false;
  let isBelowEnd = true;
  return lines.map((line) => {
    if (line.trim() === '') {
      isBelowEnd = true;
      return line;
    }
    if (/^(?: {4}| {0,3}\t)/.test(line)) {
      if (isBelowEnd && !isContained) return '';
    } else if (container.test(line)) isContained = true;
    else if (line.startsWith('#') || (isBelowEnd && /^\S/.test(line))) isContained = false;
    isBelowEnd = ending.test(line);
    return line;
  });
}

/**
 * The same without comments (CommonMark §6.6): blank where one stands. What is never closed is none, so that nothing is missed.
 */
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
