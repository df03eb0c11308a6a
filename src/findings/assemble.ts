import type { Judged, JudgedFragment } from '../model/judged.js';
import { reportVersion, type Finding, type Report } from '../model/report.js';
import type { Run, Snapshot } from '../model/snapshot.js';
import type { Language } from '../model/text.js';
import { gatherCases } from './cases.js';
import { describeCase, describeFragment } from './describe.js';
import { createGraph, nowhere, type Graph } from './graph.js';
import { compareLevels, compareTexts } from './order.js';
import { describeReferrers, findReferrers } from './referrers.js';
import { createSurvey, type Survey } from './survey.js';
import { countFindings } from './totals.js';
import { trails } from './trails.js';

/** What a report is made of. */
export interface Assembly {
  readonly snapshot: Snapshot;
  /** The snapshot's resources, judged; probes may be left out. Walked once. */
  readonly judged: Iterable<Judged>;
  readonly fragments: Iterable<JudgedFragment>;
  readonly language: Language;
  /** Whether the report lists every resource. */
  readonly all: boolean;
  readonly tool: Report['tool'];
}

/** Makes the report of a run. Pure: what one site showed gives one report, whatever ids and order its resources have. */
export function assemble(assembly: Assembly): Report {
  const { snapshot, judged, language, all, tool } = assembly;
  const survey = createSurvey(all);
  const graph = createGraph(snapshot, survey.through(judged));
  const findings = findAll(assembly, graph, survey);
  return {
    version: reportVersion,
    tool,
    language,
    run: describeRun(snapshot.run, survey.unreachable),
    totals: { ...survey.tally.counted(), links: graph.targets.length, ...countFindings(findings) },
    findings: [...findings],
    resources: all ? survey.listed.toSorted((one, other) => compareTexts(one.url, other.url)) : null,
  };
}

/** The worst first, then by URL. */
function findAll(
  { snapshot, fragments, language }: Assembly,
  graph: Graph,
  survey: Survey,
): readonly Finding[] {
  const cases = gatherCases(survey.spoken.filter(isLinked(graph)), survey.census);
  const ids = cases.map(({ judged }) => judged.map(({ resource }) => resource.id));
  const missing = [...fragments];
  const positions = [...findReferrers(graph, ids), ...missing.map(({ referrers }) => referrers)];
  const referrers = describeReferrers(snapshot, graph, positions);
  const ways = trails(snapshot, graph);

  const onCases = cases.map((found, index) => {
    const trail = ways.to(ways.nearest(ids[index] ?? []) ?? nowhere);
    return describeCase(found, { referrers: referrers[index] ?? [], trail }, language);
  });
  const onFragments = missing.flatMap((found, index) => {
    const page = snapshot.resource(found.page);
    if (page === null) return [];
    const around = { referrers: referrers[cases.length + index] ?? [], trail: ways.over(found.referrers) };
    return [describeFragment(found, page, around, language)];
  });
  return [...onCases, ...onFragments].sort(
    (one, other) =>
      compareLevels(one.level, other.level) ||
      compareTexts(one.url, other.url) ||
      compareTexts(one.rule, other.rule),
  );
}

/** What is only known because something redirects there has no finding of its own: the linked address has it. */
function isLinked({ size, seeds, targets, redirects }: Graph): (judged: Judged) => boolean {
  const hidden = new Uint8Array(size);
  for (const id of redirects) if (id !== nowhere) hidden[id] = 1;
  for (const id of targets) hidden[id] = 0;
  for (const id of seeds) hidden[id] = 0;
  return ({ resource }) => hidden[resource.id] !== 1;
}

function describeRun(run: Run, unreachable: readonly string[]): Report['run'] {
  return {
    id: run.id,
    start: new Date(run.startedAt).toISOString(),
    end: run.endedAt === null ? null : new Date(run.endedAt).toISOString(),
    complete: run.complete,
    limitsReached: [...run.limitsReached],
    unreachable: unreachable.toSorted(compareTexts),
    sources: run.sources.map(({ id, title, seeds }) => ({ id, title, seeds: [...seeds] })),
  };
}
