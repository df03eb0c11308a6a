import { addKnownIssue } from '../known-issues/file.js';
import { issueFor, renewIssue, type KnownIssue } from '../known-issues/known-issues.js';
import { nameFiles } from '../kit/urls/file-url.js';
import { didYouMean } from '../kit/text/nearest.js';
import { identifyHref } from '../kit/urls/url.js';
import { openStore } from '../store/store.js';
import type { Text } from '../model/text.js';
import { SetupError } from '../model/problem.js';
import { assessOptions } from './judging/assess.js';
import { assessRun } from './judging/assess-run.js';
import type { FullConfig } from './context/config.js';
import { inTurn, readKept, writeKept } from './kept/file.js';
import { parseKnownIssues } from './kept/known-issues.js';
import { passedOver } from './runs/passed-over.js';
import { withRulesOf } from './runs/run-options.js';

const defaultFile = 'known-issues.yaml';

export interface AcceptRequest {
  readonly config: FullConfig;
  /** Its id, its address, or the path of its file. */
  readonly finding: string;
  /** URL of the folder from which reports name files. */
  readonly folder: string;
  readonly reason: string;
  readonly owner: string | undefined;
  /** `YYYY-MM-DD` */
  readonly until: string | undefined;
  /** `YYYY-MM-DD`, UTC */
  readonly today: string;
}

/** What was noted of a finding. */
export interface NotedIssue {
  readonly file: string;
  readonly issue: KnownIssue;
  /** What the file said of it before; `null` if nothing. */
  readonly before: KnownIssue | null;
  /** What else to know of the run that has the finding. */
  readonly notices: readonly Text[];
}

/** Notes a finding of the last run as known. Throws a `SetupError` if the run has no such finding. */
export function acceptFinding({ config, finding, folder, today, ...said }: AcceptRequest): NotedIssue {
  const file = config.known ?? defaultFile;
  parseKnownIssues(readKept(file) ?? '', file);
  const store = openStore(config.store);
  const snapshot = store.open();
  try {
    const options = withRulesOf(snapshot.run, assessOptions(config, 'en', false));
    const { findings } = assessRun(store, snapshot, options);
    // As a browser shows it: with its Japanese readable. What follows a # tells findings on one page apart.
    const address = finding.includes('#') ? finding : (identifyHref(finding) ?? finding);
    const path = finding.replace(/^\.\//, '');
    const shown = (url: string): string => nameFiles(url, folder, [url]);
    const found = findings.find(
      ({ id, url }) => id === finding || url === finding || url === address || shown(url) === path,
    );
    if (found === undefined)
      throw unknown(
        finding,
        findings.flatMap(({ id, url }) => [id, shown(url)]),
      );
    const anew = issueFor(found, said);
    const noted = inTurn(file, () => note(file, anew, today));
    return { ...noted, notices: passedOver(store, snapshot.run.id) };
  } finally {
    snapshot.close();
  }
}

function note(file: string, anew: KnownIssue, today: string): Omit<NotedIssue, 'notices'> {
  const text = readKept(file) ?? '';
  const known = parseKnownIssues(text, file);
  const before = known.find(({ pattern, rule }) => pattern === anew.pattern && rule === anew.rule) ?? null;
  const issue = before === null ? anew : renewIssue(before, anew, today);
  writeKept(file, addKnownIssue(text, issue));
  return { file, issue, before };
}

function unknown(finding: string, known: readonly string[]): SetupError {
  const hint = didYouMean(finding, known, 'ids and addresses stand in the report');
  return new SetupError([{ place: {}, message: `the last run has no finding "${finding}"`, hint }]);
}
