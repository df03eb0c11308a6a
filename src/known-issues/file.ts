import type { Document } from 'yaml';
import { onDemand } from '../kit/on-demand.js';
import type { Problem } from '../model/problem.js';
import { explainEntry } from './explain-entry.js';
import { knownIssuesSchema, type KnownIssue } from './known-issues.js';

const yaml = onDemand('yaml');

const longestText = 1_048_576;

/** The entries of a file of known issues, and every mistake in it. Never throws. */
export function readKnownIssues(
  text: string,
  file: string,
): { readonly issues: readonly KnownIssue[]; readonly problems: readonly Problem[] } {
  if (text.length > longestText)
    return { issues: [], problems: [{ place: { file }, message: 'is larger than 1 MiB' }] };
  const { LineCounter, parseDocument } = yaml();
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
  const read = knownIssuesSchema.safeParse(document.toJS({ maxAliasCount: 100 }) ?? [], {
    reportInput: true,
  });
  if (read.success) return { issues: read.data, problems: [] };
  const problems = read.error.issues.flatMap((issue) =>
    explainEntry(issue).map(({ path, said }) => ({ place: placeAt(offsetOf(document, path)), ...said })),
  );
  return { issues: [], problems };
}

/** The text of the file with an entry added or, if there is one for the same already, renewed; everything else stays. */
export function addKnownIssue(text: string, issue: KnownIssue): string {
  const { isSeq, parseDocument, stringify } = yaml();
  const document = parseDocument(text);
  // Nothing, or comments only.
  if (!isSeq(document.contents))
    return `${text}${/[^\n]$/.test(text) ? '\n' : ''}${stringify([issue], style)}`;
  document.contents.flow = false;
  const position = document.contents.items.findIndex(
    (_, at) =>
      document.getIn([at, 'pattern']) === issue.pattern && document.getIn([at, 'rule']) === issue.rule,
  );
  if (position < 0) document.add(document.createNode(issue));
  else renew(document, position, issue);
  return document.toString(style);
}

/** Lines are not rewrapped. */
const style = { lineWidth: 0 };

function renew(document: Document, position: number, issue: KnownIssue): void {
  for (const name of ['reason', 'owner', 'until'] as const) {
    if (issue[name] === undefined) document.deleteIn([position, name]);
    else document.setIn([position, name], issue[name]);
  }
}

/** Where something is in the file; if it is missing, where that is from which it is missing. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (yaml().isNode(node)) return node.range?.[0] ?? 0;
  }
  return 0;
}
