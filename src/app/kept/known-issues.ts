import { readKnownIssues } from '../../known-issues/file.js';
import type { KnownIssue } from '../../known-issues/known-issues.js';
import { SetupError } from '../../model/problem.js';
import { readKept } from './file.js';

/**
 * The accepted findings of a file; none where no file is named. Throws a `SetupError` with every mistake in it, or if there is no
 * such file.
 */
export function loadKnownIssues(file: string | undefined): readonly KnownIssue[] {
  if (file === undefined) return [];
  const text = readKept(file);
  if (text !== null) return parseKnownIssues(text, file);
  const hint = 'an empty file will do; `playbook-health accept` adds to it';
  throw new SetupError([{ place: { file }, message: 'there is no such file of known issues', hint }]);
}

/** The accepted findings in the text of a file. Throws a `SetupError` with every mistake in it. */
export function parseKnownIssues(text: string, file: string): readonly KnownIssue[] {
  const { issues, problems } = readKnownIssues(text, file);
  if (problems.length > 0) throw new SetupError(problems);
  return issues;
}
