import type { CrawlRequest } from '../../src/app/crawl.js';
import type { CrawlProgress } from '../../src/app/context/world.js';
import { main } from '../../src/cli/main.js';
import { useCases, type UseCases } from '../../src/cli/use-cases.js';
import { fakeTerminal, type FakeTerminalOptions } from '../support/fake-terminal.js';
import { buildFinding, buildReport } from '../support/reports.js';

/** What a walk that is acted out finds. */
export const report = buildReport([buildFinding()]);
export const site = 'https://hub.example/';

/** Runs a command line whose walk is acted out. */
export async function run(
  words: readonly string[],
  options: FakeTerminalOptions & { readonly crawl?: UseCases['crawl'] } = {},
) {
  const terminal = fakeTerminal(options);
  const asked: CrawlRequest[] = [];
  const crawl: UseCases['crawl'] = async (request, world) => {
    asked.push(request);
    return (await options.crawl?.(request, world)) ?? { report, exitCode: 1 };
  };
  const exitCode = await main(words, terminal, { ...useCases, crawl });
  const [stdout, stderr] = [terminal.stdout.text(), terminal.stderr.text()];
  return { exitCode, stdout, stderr, asked, terminal };
}

export const progress: CrawlProgress = {
  pages: 12,
  checked: 345,
  waiting: 6,
  broken: 7,
  rate: 8,
  slowestHost: null,
};
