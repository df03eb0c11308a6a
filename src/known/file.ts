import { isNode, isSeq, LineCounter, parseDocument, stringify } from 'yaml';
import type { Problem } from '../model/problem.js';
import { knownIssuesSchema, type KnownIssue } from './known-issues.js';

const longestText = 1_048_576;

/** What a file of known issues says, and every mistake in it. Never throws. */
export function readKnownIssues(
  text: string,
  file: string,
): { readonly issues: readonly KnownIssue[]; readonly problems: readonly Problem[] } {
  if (text.length > longestText)
    return { issues: [], problems: [{ place: { file }, message: 'is larger than 1 MiB' }] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): Problem['place'] => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (document.errors.length > 0)
    return {
      issues: [],
      problems: document.errors.map(({ pos, message }) => ({ place: placeAt(pos[0]), message })),
    };
  const read = knownIssuesSchema.safeParse(document.toJS({ maxAliasCount: 100 }) ?? []);
  const problems: Problem[] = [];
  for (const { path, message } of read.error?.issues ?? []) {
    const node: unknown = document.getIn(path.filter(isKey), true);
    problems.push({ place: placeAt(offsetOf(node)), message: `${path.join('.')}: ${message}` });
  }
  (read.data ?? []).forEach(({ pattern }, position) => {
    if (isPattern(pattern)) return;
    const node: unknown = document.getIn([position, 'pattern'], true);
    problems.push({ place: placeAt(offsetOf(node)), message: `"${pattern}" is not a regular expression` });
  });
  return { issues: problems.length === 0 ? (read.data ?? []) : [], problems };
}

/** The text of the file with a further entry; everything else in it, comments among it, stays. */
export function addKnownIssue(text: string, issue: KnownIssue): string {
  const document = parseDocument(text);
  // Nothing, or comments only.
  if (!isSeq(document.contents))
    return `${text}${/[^\n]$/.test(text) ? '\n' : ''}${stringify([issue], style)}`;
  document.contents.flow = false;
  document.add(document.createNode(issue));
  return document.toString(style);
}

/** Nobody's lines are broken anew. */
const style = { lineWidth: 0 };

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

function isKey(key: PropertyKey): key is string | number {
  return typeof key !== 'symbol';
}

function offsetOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
