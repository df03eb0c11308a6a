/** The URLs of a `srcset`, by the algorithm of the HTML standard: commas may be inside a URL, so `data:` is safe. */
export function urlsOfSrcset(srcset: string): readonly string[] {
  const urls: string[] = [];
  const candidate = /[\t\n\f\r ,]*([^\t\n\f\r ]+)/y;
  for (let match = candidate.exec(srcset); match !== null; match = candidate.exec(srcset)) {
    const written = match[1] ?? '';
    const url = withoutCommas(written);
    const start = candidate.lastIndex;
    const end = url === written ? endOfDescriptors(srcset, start) : start;
    if (url !== '' && descriptors.test(srcset.slice(start, end).trim())) urls.push(url);
    candidate.lastIndex = end;
  }
  return urls;
}

/** What may follow a URL. What anything else follows, browsers pass over: most often it is half a name with a blank in it. */
const descriptors = /^(?:\d+w(?:\s+\d+h)?|\d+h\s+\d+w|(?:\d+|\d*\.\d+)(?:[eE][+-]?\d+)?x)?$/;

/** Without the commas at its end. A loop, since a regular expression would start again at every earlier comma. */
function withoutCommas(written: string): string {
  let end = written.length;
  while (written.endsWith(',', end)) end--;
  return written.slice(0, end);
}

/** Descriptors end at a comma outside parentheses. */
function endOfDescriptors(srcset: string, from: number): number {
  let inParentheses = false;
  for (let at = from; at < srcset.length; at++) {
    const character = srcset.charAt(at);
    if (character === '(') inParentheses = true;
    else if (character === ')') inParentheses = false;
    else if (character === ',' && !inParentheses) return at;
  }
  return srcset.length;
}
