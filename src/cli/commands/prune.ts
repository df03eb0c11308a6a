import type { Pruned } from '../../app/prune.js';
import type { Text } from '../../model/text.js';
import type { Command } from '../command.js';
import { configOption, quietOption } from '../options/presentation.js';
import { languageSetting, retentionSettings, storeSetting } from '../options/settings.js';
import { prepare } from '../prepare.js';
import { sizeOf } from '../output/size-of-runs.js';
import { print } from '../terminal/write.js';

const settings = [languageSetting, storeSetting, ...retentionSettings];

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
    const pruned = await useCases.prune(config);
    const { language } = config;
    if (!given.has(quietOption)) await print(terminal.stdout, `${describePruned(pruned)[language]}\n`);
    return 0;
  },
};

function describePruned({ removed, kept }: Pruned): Text {
  const runs = (summaries: Pruned['kept']): string =>
    `${summaries.length} ${summaries.length === 1 ? 'run' : 'runs'} (${sizeOf(summaries)})`;
  return {
    en: `deleted ${runs(removed)}, kept ${runs(kept)}`,
    ja: `巡回 ${removed.length} 件 (${sizeOf(removed)}) を削除し、${kept.length} 件 (${sizeOf(kept)}) を残しました。`,
  };
}
