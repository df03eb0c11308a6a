import { compareTexts } from '../kit/text/compare-texts.js';
import { isFileUrl } from '../kit/urls/file-url.js';
import { originOf } from '../kit/urls/url.js';
import type { Judged, JudgedFragment } from '../model/judged.js';
import { reportVersion, type Finding, type Report } from '../model/report.js';
import type { Run, Snapshot } from '../model/snapshot.js';
import type { TaskReconciliation } from '../model/task-report.js';
import type { Language } from '../model/text.js';
import { gatherCases } from './cases.js';
import { describeCase, describeFragment } from './describe.js';
import { createGraph, nowhere, type Graph } from './trails/graph.js';
import { compareLevels } from './order.js';
import { describeReferrers, findReferrers } from './referrers.js';
import { createOverview, type Overview } from './overview.js';
import { describeListFinding, describeTask } from './tasks/describe-task.js';
import { describeLists, findUnreadLists, type ConfiguredList } from './tasks/list-findings.js';
import { findBySearch, type Around } from './tasks/search-findings.js';
import { findMissingDocuments } from './tasks/task-findings.js';
import { countFindings } from './totals.js';
import { trails } from './trails/trails.js';

/** What a report is made of. */
export interface Assembly {
  readonly snapshot: Snapshot;
  /** The judged resources of the snapshot; probes may be left out. Iterated once. */
  readonly judged: Iterable<Judged>;
  readonly fragments: Iterable<JudgedFragment>;
  readonly language: Language;
  /** Whether the report lists every resource. */
  readonly all: boolean;
  readonly tool: Report['tool'];
  /** Reconciles the lists; called once all resources were judged. `null` where there is no list. */
  readonly tasks?: () => TaskReconciliation | null;
  readonly lists?: readonly ConfiguredList[];
}

/** Makes the report of a run. Pure: the same site gives the same report, whatever the ids and the order of its resources. */
export function assemble(assembly: Assembly): Report {
  const { snapshot, judged, language, all, tool, lists = [] } = assembly;
  const overview = createOverview(all);
  const graph = createGraph(snapshot, overview.through(judged));
  const tasks = assembly.tasks?.() ?? null;
  const findings = findAll(assembly, graph, overview, tasks);
  return {
    version: reportVersion,
    tool,
    language,
    run: describeRun(snapshot.run, overview.unreachable),
    totals: { ...overview.counter.counted(), links: graph.targets.length, ...countFindings(findings) },
    findings: [...findings],
    tasks: (tasks?.report.tasks ?? []).map((answer) => describeTask(answer, language)),
    taskLists: describeLists(lists),
    listFindings: (tasks?.report.findings ?? []).map((found) => describeListFinding(found, language)),
    resources: all ? overview.listed.toSorted((one, other) => compareTexts(one.url, other.url)) : null,
  };
}

/** The worst first, then by URL. */
function findAll(
  { snapshot, fragments, language, lists = [] }: Assembly,
  graph: Graph,
  overview: Overview,
  tasks: TaskReconciliation | null,
): readonly Finding[] {
  const ways = trails(snapshot, graph);
  return [
    ...findOnPages({ snapshot, graph, ways }, overview, [...fragments], tasks, language),
    ...findMissingDocuments(tasks?.report.tasks ?? [], language),
    ...findBySearch(tasks?.remarks ?? [], { snapshot, graph, ways }, language),
    ...findUnreadLists(lists, language),
  ].sort(
    (one, other) =>
      compareLevels(one.level, other.level) ||
      compareTexts(one.url, other.url) ||
      compareTexts(one.rule, other.rule),
  );
}

/** The findings on what links lead to, and on places of pages: together, since the pages that link are read once for all. */
function findOnPages(
  { snapshot, graph, ways }: Around,
  { spoken, closedHosts }: Overview,
  fragments: readonly JudgedFragment[],
  tasks: TaskReconciliation | null,
  language: Language,
): readonly Finding[] {
  const cases = gatherCases(spoken.filter(isLinked(graph)), closedHosts, homeOf(graph));
  const ids = cases.map(({ judged }) => judged.map(({ resource }) => resource.id));
  const positions = [...findReferrers(graph, ids), ...fragments.map(({ referrers }) => referrers)];
  const described = describeReferrers(snapshot, graph, positions);
  const [ofCases, ofFragments] = [described.slice(0, cases.length), described.slice(cases.length)];

  const onCases = cases.map((found, index) => {
    const resources = ids[index] ?? [];
    const trail = ways.to(ways.nearest(resources) ?? nowhere);
    const finding = describeCase(found, { referrers: ofCases[index] ?? [], trail }, language);
    return tasks === null ? finding : { ...finding, tasks: tasksOf(resources, tasks) };
  });
  const onFragments = fragments.flatMap((found, index) => {
    const page = snapshot.resource(found.page);
    if (page === null) return [];
    const around = { referrers: ofFragments[index] ?? [], trail: ways.over(found.referrers) };
    return [describeFragment(found, page, around, language)];
  });
  return [...onCases, ...onFragments];
}

/** The origin of the first portal by URL; a file or folder itself. */
function homeOf({ seeds, urls }: Graph): string {
  const [first = ''] = seeds.map((seed) => urls[seed] ?? '').sort(compareTexts);
  return isFileUrl(first) ? first : originOf(first);
}

/** Ids of the tasks that need one of these resources, in order. */
function tasksOf(resources: readonly number[], { report }: TaskReconciliation): string[] {
  return [...new Set(resources.flatMap(report.tasksOf))].sort(compareTexts);
}

/** Whether a resource may have a finding of its own. What is only known from a redirect has none: the linked address has it. */
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
