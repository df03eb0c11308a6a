import type { ChangesRequest } from '../app/find-changes.js';
import type { Assessment } from '../app/judging/conclude.js';
import type { FullConfig } from '../app/context/config.js';
import type { ConfigRequest, LoadedConfig } from '../app/configure.js';
import type { CrawlRequest } from '../app/crawl.js';
import type { Night, NightsRequest } from '../app/demo-nights.js';
import type { DemoRequest, OpenDemo } from '../app/demo.js';
import type { Formats } from '../app/formats/formats.js';
import type { HeadsUpFormats } from '../app/formats/heads-up-formats.js';
import type { AcceptRequest, NotedIssue } from '../app/accept-finding.js';
import type { KeptBaseline } from '../app/keep-baseline.js';
import type { Pruned } from '../app/prune.js';
import type { ReadingThread } from '../app/reading/thread.js';
import type { ReportRequest } from '../app/report-run.js';
import type { RunSummary } from '../app/list-runs.js';
import type { AnswerRequest, WrittenAnswer } from '../app/tasks.js';
import type { SetUpRequest } from '../app/walking/set-up.js';
import type { World } from '../app/context/world.js';
import type { HeadsUp } from '../model/change.js';
import type { Reporter } from '../model/report.js';

/** What the command line can ask the app for. */
export interface UseCases {
  readonly configure: (request: ConfigRequest) => Promise<LoadedConfig<FullConfig>>;
  /** Starts loading what reads pages: that takes as long as loading all the rest, and can be done at the same time. */
  readonly startThread: () => Promise<ReadingThread>;
  /** Rejects with a `SetupError` for what `crawl` would refuse. */
  readonly setUp: (request: SetUpRequest, environment: World['environment']) => Promise<unknown>;
  readonly crawl: (request: CrawlRequest, world: World) => Promise<Assessment>;
  readonly report: (request: ReportRequest) => Promise<Assessment>;
  readonly findChanges: (request: ChangesRequest) => Promise<HeadsUp>;
  readonly answerTasks: (request: AnswerRequest, world: World) => Promise<WrittenAnswer>;
  readonly listTasks: (request: AnswerRequest, world: World) => Promise<WrittenAnswer>;
  readonly accept: (request: AcceptRequest) => Promise<NotedIssue>;
  readonly keepBaseline: (config: FullConfig, file: string) => Promise<KeptBaseline>;
  readonly prune: (config: FullConfig) => Promise<Pruned>;
  readonly listRuns: (store: string) => Promise<readonly RunSummary[]>;
  readonly runDemo: (request: DemoRequest, world: World) => Promise<Assessment>;
  readonly walkNights: (request: NightsRequest, world: World) => AsyncIterable<Night>;
  readonly openDemo: (world: Pick<World, 'now'>) => Promise<OpenDemo>;
  readonly reportFormats: () => Promise<Formats<Reporter>>;
  readonly headsUpFormats: () => Promise<HeadsUpFormats>;
}

/** The real use cases. Each is loaded when it is first called, so that help and mistakes are quick. */
export const useCases: UseCases = {
  configure: async (request) => (await import('../app/configure.js')).configure(request),
  startThread: async () => (await import('../app/reading/thread.js')).startThread(),
  setUp: async (request, environment) =>
    (await import('../app/walking/set-up.js')).setUp(request, { environment, now: Date.now }),
  crawl: async (request, world) => (await import('../app/crawl.js')).crawl(request, world),
  report: async (request) => (await import('../app/report-run.js')).reportRun(request, { now: Date.now }),
  findChanges: async (request) => (await import('../app/find-changes.js')).findChanges(request),
  answerTasks: async (request, world) => (await import('../app/tasks.js')).answerTasks(request, world),
  listTasks: async (request, world) => (await import('../app/tasks.js')).listTasks(request, world),
  accept: async (request) => (await import('../app/accept-finding.js')).acceptFinding(request),
  keepBaseline: async (config, file) => (await import('../app/keep-baseline.js')).keepBaseline(config, file),
  prune: async (config) => (await import('../app/prune.js')).prune(config, Date.now()),
  listRuns: async (store) => (await import('../app/list-runs.js')).listRuns(store),
  runDemo: async (request, world) => (await import('../app/demo.js')).runDemo(request, world),
  walkNights: async function* (request, world) {
    yield* (await import('../app/demo-nights.js')).walkNights(request, world);
  },
  openDemo: async (world) => (await import('../app/demo.js')).openDemo(world),
  reportFormats: async () => (await import('../app/formats/report-formats.js')).reportFormats,
  headsUpFormats: async () => (await import('../app/formats/heads-up-formats.js')).headsUpFormats,
};
