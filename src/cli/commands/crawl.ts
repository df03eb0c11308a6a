import type { FullConfig } from '../../app/context/config.js';
import type { Problem } from '../../model/problem.js';
import { carryOut } from '../carry-out.js';
import type { Command, Invocation } from '../command.js';
import { expandWildcards } from '../expand-wildcards.js';
import { checkSettings } from '../options/checks.js';
import { paceSettings } from '../options/pace.js';
import { allOption, configOption, presentationOptions } from '../options/presentation.js';
import { scopeSettings } from '../options/scope.js';
import type { Setting } from '../options/setting.js';
import { cronOption, freshOption, readResume, resumeOption } from '../options/store.js';
import { neededToReport, reportSettings, retentionSettings } from '../options/settings.js';
import { tasksSetting } from '../options/tasks.js';
import { prepare } from '../prepare.js';
import type { UseCases } from '../use-cases.js';

const settings: readonly Setting[] = [
  ...scopeSettings,
  tasksSetting,
  ...checkSettings,
  ...paceSettings,
  ...reportSettings,
  ...retentionSettings,
];

/** Walks portals and reports what does not open. */
export const crawl: Command = {
  name: 'crawl',
  operands: '[source...]',
  operandSummary:
    'an address to walk from; a file whose links are checked: HTML, Markdown, text, CSV, Word, Excel, PowerPoint, PDF; a folder of them; or - for a text that is piped in',
  summary: 'walk portals, or check the links in files, and report what does not open',
  examples: [
    'playbook-health crawl https://example.com/',
    'playbook-health crawl --config portals.yaml -o report.json -o report.md',
    'playbook-health crawl https://example.com/docs/ --max-depth 3 --exclude "/archive/"',
    'playbook-health crawl --config portals.yaml --resume',
    'playbook-health crawl deck.pptx links.xlsx ./site/',
    'pbpaste | playbook-health crawl -',
  ],
  options: [configOption, ...settings, resumeOption, freshOption, cronOption, ...presentationOptions],
  run: async (invocation) => {
    const thread = invocation.useCases.startThread();
    try {
      return await walk(invocation, thread);
    } finally {
      // Nobody else closes it if there is a mistake, and then no walk.
      await (await thread).close();
    }
  },
};

async function walk(invocation: Invocation, thread: ReturnType<UseCases['startThread']>): Promise<number> {
  const { operands, given, terminal, useCases } = invocation;
  const { resume, seeds } = readResume(given);
  const named = await Promise.all(operands.map(expandWildcards));
  const config = await prepare(invocation, {
    settings,
    seeds: [...named.flat(), ...seeds],
    needed: neededToReport(given),
    require: requireSources,
    foresee: (sound) => useCases.setUp({ config: sound, resume }, terminal.env),
  });
  const request = { config, all: given.has(allOption), fresh: given.has(freshOption), resume };
  return carryOut(invocation, { ...config, onlyNews: given.has(cronOption) }, async (language, world) =>
    useCases.crawl({ ...request, language, thread: await thread }, world),
  );
}

function requireSources({ sources }: FullConfig, file: string | undefined): readonly Problem[] {
  if (sources.length > 0) return [];
  const place = file === undefined ? {} : { file };
  const hint = 'give an address, a file or a folder, or a configuration with "sources"';
  return [{ place, message: 'there is nothing to walk', hint }];
}
