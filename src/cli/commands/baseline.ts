import type { KeptBaseline } from '../../app/keep-baseline.js';
import { SetupError } from '../../model/problem.js';
import type { Text } from '../../model/text.js';
import type { Command } from '../command.js';
import { configOption, quietOption } from '../options/presentation.js';
import { languageSetting, storeSetting } from '../options/settings.js';
import { prepare } from '../prepare.js';
import { write } from '../terminal/write.js';

const settings = [languageSetting, storeSetting];

/** Writes what is broken now to a file, so that only what breaks later fails. */
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
    const kept = await useCases.keepBaseline(config, file);
    const { language } = config;
    const said = [describe(file, kept), ...kept.notices].map((text) => `${text[language]}\n`);
    if (!given.has(quietOption)) await write(terminal.stderr, said.join(''));
    return 0;
  },
};

function describe(file: string, { count, sawAll }: KeptBaseline): Text {
  const missed = sawAll ? { en: '', ja: '' } : notAll;
  return {
    en: `${file} lets ${count} broken ${count === 1 ? 'finding' : 'findings'} pass.${missed.en}`,
    ja: `${file} に、許容するリンク切れ ${count} 件を記録しました。${missed.ja}`,
  };
}

const notAll: Text = {
  en: ' The last run did not see everything: what it missed will count as new.',
  ja: '前回の巡回では確認できなかった範囲があり、そこで見つかるものは新規として扱われます。',
};
