import { SetupError } from '../../model/problem.js';
import type { Command } from '../command.js';
import { configOption, quietOption } from '../options/presentation.js';
import { storeSetting } from '../options/settings.js';
import { prepare } from '../prepare.js';
import { write } from '../write.js';

const settings = [storeSetting];

/** Writes what is broken now, so that only what breaks from now on fails. */
export const baseline: Command = {
  name: 'baseline',
  operands: '<file>',
  summary: 'write what is broken in the last run to a file, to fail only for what is new',
  examples: [
    'playbook-health baseline baseline.json',
    'playbook-health crawl --config portals.yaml --baseline baseline.json --fail-on new-broken',
  ],
  options: [configOption, ...settings, quietOption],
  run: async (invocation) => {
    const { operands, given, terminal, useCases } = invocation;
    const config = await prepare(invocation, { settings });
    const [file] = operands;
    if (file === undefined) throw new SetupError([{ place: {}, message: 'name a file' }]);
    const count = await useCases.keepBaseline(config, file);
    if (!given.has(quietOption))
      await write(
        terminal.stderr,
        `${file} lets ${count} broken ${count === 1 ? 'finding' : 'findings'} pass.\n`,
      );
    return 0;
  },
};
