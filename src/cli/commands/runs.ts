import { nameFiles, urlOfFile } from '../../kit/urls/file-url.js';
import type { Text } from '../../model/text.js';
import type { Command } from '../command.js';
import { configOption } from '../options/presentation.js';
import { languageSetting, storeSetting } from '../options/settings.js';
import { prepare } from '../prepare.js';
import { styleOf } from '../terminal/style.js';
import { print } from '../terminal/write.js';

const settings = [languageSetting, storeSetting];

const noRuns: Text = { en: 'There is no run in {store} yet.', ja: '{store} にはまだ巡回がありません。' };

/** Lists the runs of the store. */
export const runs: Command = {
  name: 'runs',
  operands: '',
  summary: 'list the runs that are kept',
  examples: ['playbook-health runs', 'playbook-health runs --store /var/lib/playbook-health'],
  options: [configOption, ...settings],
  run: async (invocation) => {
    const { terminal, useCases } = invocation;
    const { store, language } = await prepare(invocation, { settings });
    const summaries = await useCases.listRuns(store);
    const { runTable } = await import('../output/run-table.js');
    const { width } = styleOf(terminal.stdout, terminal.env);
    const text =
      summaries.length === 0
        ? `${noRuns[language].replace('{store}', () => store)}\n`
        : runTable(nameFiles(summaries, urlOfFile(terminal.cwd()), []), { language, width });
    await print(terminal.stdout, text);
    return 0;
  },
};
