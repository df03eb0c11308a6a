import type { RunSummary } from '../../app/runs.js';
import type { Command } from '../command.js';
import { configOption, quietOption } from '../options/presentation.js';
import { retentionSettings, storeSetting } from '../options/settings.js';
import { prepare } from '../prepare.js';
import { sizeOf } from '../size-of-runs.js';
import { print } from '../write.js';

const settings = [storeSetting, ...retentionSettings];

/** Deletes old runs. */
export const prune: Command = {
  name: 'prune',
  operands: '',
  summary: 'delete old runs; the newest complete one always stays',
  examples: ['playbook-health prune --keep 30', 'playbook-health prune --keep 90d --max-store 2G'],
  options: [configOption, ...settings, quietOption],
  run: async (invocation) => {
    const { given, terminal, useCases } = invocation;
    const config = await prepare(invocation, { settings });
    const { removed, kept } = await useCases.prune(config);
    if (!given.has(quietOption))
      await print(terminal.stdout, `deleted ${describe(removed)}, kept ${describe(kept)}\n`);
    return 0;
  },
};

function describe(summaries: readonly RunSummary[]): string {
  return `${summaries.length} ${summaries.length === 1 ? 'run' : 'runs'} (${sizeOf(summaries)})`;
}
