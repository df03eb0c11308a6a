import { compareTexts } from '../kit/text/compare-texts.js';
import { byKind, headsUpVersion, type Change, type HeadsUp } from '../model/change.js';
import { sourceName, type Run } from '../model/snapshot.js';
import type { Language } from '../model/text.js';
import type { Differences } from './compare.js';

/** What a heads-up is made of. */
interface HeadsUpMaterial {
  readonly before: Run;
  readonly after: Run;
  readonly differences: Differences;
  /** Changes of tasks, which no snapshot shows. */
  readonly tasks: readonly Change[];
  readonly language: Language;
  readonly tool: HeadsUp['tool'];
}

/** Enough for any reader; the totals count all. */
const listed = 10_000;

/** Makes the heads-up of two runs. Pure. */
export function headsUp({ before, after, differences, tasks, language, tool }: HeadsUpMaterial): HeadsUp {
  const totals = { ...differences.totals };
  const changes: Change[] = [];
  for (const change of tasks) {
    totals[change.kind]++;
    changes.push(change);
  }
  for (const change of differences.changes) {
    if (changes.length >= listed) break;
    changes.push(change);
  }
  const { total, items } = differences.untranslated;
  return {
    version: headsUpVersion,
    tool,
    language,
    portals: after.sources.map(sourceName),
    before: describeRun(before),
    after: describeRun(after),
    totals,
    changes: changes.sort(compareChanges),
    untranslated: { total, items: [...items] },
  };
}

function describeRun({ id, startedAt, complete }: Run): HeadsUp['before'] {
  return { id, start: new Date(startedAt).toISOString(), complete };
}

function compareChanges(one: Change, other: Change): number {
  return byKind(one, other) || compareTexts(one.url, other.url);
}
