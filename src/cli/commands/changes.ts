import { SetupError, type Problem } from '../../model/problem.js';
import type { Command } from '../command.js';
import { lastOf, type Given, type Option } from '../options/option.js';
import { configOption, formatOption, quietOption } from '../options/presentation.js';
import { languageSetting, storeSetting } from '../options/settings.js';
import { prepare } from '../prepare.js';
import { headsUpProblems, presentHeadsUp } from '../output/present-heads-up.js';

const which = 'What it compares:';

const sinceOption: Option = {
  flags: '--since <run or date>',
  summary:
    'compare the last run with this one, or with the last before this date; default: the complete run before',
  group: which,
};

const betweenOption: Option = {
  flags: '--between <runs...>',
  summary: 'compare two runs, the earlier first',
  group: which,
};

const outputOption: Option = {
  flags: '-o, --output <file>',
  summary: 'write the heads-up: .md, .csv, .json, .atom, .txt (repeatable)',
  group: 'What comes out:',
};

const headsUpFormatOption: Option = {
  ...formatOption,
  summary: 'of what is printed: text, markdown, csv, json, atom; default text',
};

const settings = [languageSetting, storeSetting];

/** Tells what is new, updated, localised, moved, removed, broken or fixed. */
export const changes: Command = {
  name: 'changes',
  operands: '',
  summary: 'list what changed since an earlier run: the heads-up',
  examples: [
    'playbook-health changes',
    'playbook-health changes --since 2026-11-15 --lang ja -o heads-up.md',
    'playbook-health changes --between 20261121T180000Z-1f3a 20261122T180000Z-9c0d -f json',
  ],
  options: [
    sinceOption,
    betweenOption,
    configOption,
    headsUpFormatOption,
    outputOption,
    ...settings,
    quietOption,
  ],
  run: async (invocation) => {
    const { given, terminal, useCases, mistakes } = invocation;
    const files = given.get(outputOption) ?? [];
    const format = lastOf(given, headsUpFormatOption) ?? (given.has(quietOption) ? null : 'text');
    const formats = await useCases.headsUpFormats();
    const wrong = [...mistakes, ...runProblems(given), ...(await headsUpProblems(files, format, formats))];
    const config = await prepare({ ...invocation, mistakes: wrong }, { settings });
    const [before, after] = given.get(betweenOption) ?? [];
    const headsUp = await useCases.findChanges({
      config,
      language: config.language,
      asWalked: !given.has(configOption),
      since: lastOf(given, sinceOption),
      between: before === undefined || after === undefined ? undefined : [before, after],
    });
    const problems = await presentHeadsUp(headsUp, { files, format, formats, terminal });
    if (problems.length > 0) throw new SetupError(problems);
    return 0;
  },
};

function runProblems(given: Given): readonly Problem[] {
  const runs = given.get(betweenOption);
  if (runs === undefined) return [];
  if (given.has(sinceOption)) return [{ place: {}, message: '--since and --between exclude each other' }];
  if (runs.length === 2) return [];
  return [
    { place: {}, message: `--between needs two runs, not ${runs.length}`, hint: 'see: playbook-health runs' },
  ];
}
