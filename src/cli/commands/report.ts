import { carryOut } from '../carry-out.js';
import type { Command } from '../command.js';
import { allOption, configOption, presentationOptions } from '../options/presentation.js';
import { neededToReport, reportSettings } from '../options/settings.js';
import { prepare } from '../prepare.js';

/** Reports a run of the store again: by the rules of its own walk, unless a configuration is given. */
export const report: Command = {
  name: 'report',
  operands: '[run]',
  summary: 'report the last run again, or the one named, without the network',
  examples: [
    'playbook-health report',
    'playbook-health report 20261122T081500123Z-1f3a -o report.md --lang ja',
    'playbook-health report -f json --all',
  ],
  options: [configOption, ...reportSettings, ...presentationOptions],
  run: async (invocation) => {
    const { operands, given, useCases } = invocation;
    const config = await prepare(invocation, {
      settings: reportSettings,
      needed: neededToReport(given),
    });
    const [run] = operands;
    return carryOut(invocation, { ...config, run }, (language) =>
      useCases.report({
        config,
        run,
        language,
        all: given.has(allOption),
        asWalked: !given.has(configOption),
      }),
    );
  },
};
