import type { Command } from '../command.js';
import { configOption } from '../options/presentation.js';
import { storeSetting } from '../options/settings.js';
import { prepare } from '../prepare.js';
import { write } from '../write.js';

const settings = [storeSetting];

/** Lists the runs of the store. */
export const runs: Command = {
  name: 'runs',
  operands: '',
  summary: 'list the runs that are kept',
  examples: ['playbook-health runs', 'playbook-health runs --store /var/lib/playbook-health'],
  options: [configOption, ...settings],
  run: async (invocation) => {
    const { terminal, useCases } = invocation;
    const { store } = await prepare(invocation, { settings });
    const summaries = await useCases.listRuns(store);
    const { runTable } = await import('../run-table.js');
    const text = summaries.length === 0 ? `There is no run in ${store} yet.\n` : runTable(summaries);
    await write(terminal.stdout, text);
    return 0;
  },
};
