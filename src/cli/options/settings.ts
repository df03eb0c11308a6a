import type { KeptFile } from '../../app/configure.js';
import { languages } from '../../model/text.js';
import { thresholds } from '../../model/threshold.js';
import type { Given } from './option.js';
import { anyText, bytes, retention, wholeNumber } from './quantity.js';
import type { Setting } from './setting.js';

const result = 'What comes out:';

/** Where runs are kept. */
export const storeSetting: Setting = {
  flags: '--store <folder>',
  summary: 'where runs are kept; default .playbook-health',
  group: result,
  path: ['store'],
  value: anyText,
};

/** Settings for how long runs are kept. */
export const retentionSettings: readonly Setting[] = [
  {
    flags: '--keep <runs>',
    summary: 'delete older runs: keep 30, or those of 90d',
    group: result,
    path: ['keep'],
    value: retention,
  },
  {
    flags: '--max-store <size>',
    summary: 'delete the oldest runs beyond: 2G',
    group: result,
    path: ['maxStore'],
    value: bytes,
  },
];

/** Where reports go. */
export const outputSetting: Setting = {
  flags: '-o, --output <file>',
  summary: 'write a report; the ending chooses the format (repeatable)',
  group: result,
  path: ['output'],
  value: anyText,
  repeats: 'instead',
};

/** The language of what is written and said. */
export const languageSetting: Setting = {
  flags: '--lang <language>',
  summary: `of reports and messages: ${languages.join(', ')}; default from LANG`,
  group: result,
  path: ['language'],
  value: anyText,
};

/** The file of known issues. */
export const knownSetting: Setting = {
  flags: '--known <file>',
  summary: 'YAML of accepted findings, which playbook-health accept writes',
  group: result,
  path: ['known'],
  value: anyText,
};

const baselineSetting: Setting = {
  flags: '--baseline <run or file>',
  summary: 'what new-broken compares with; default: the run before',
  group: result,
  path: ['baseline'],
  value: anyText,
};

/** What a configuration names that has to be there to report a run, unless something else is given instead. */
export function neededToReport(given: Given): readonly KeptFile[] {
  return [
    ...(given.has(knownSetting) ? [] : ['known' as const]),
    ...(given.has(baselineSetting) ? [] : ['baseline' as const]),
  ];
}

/** Settings for how a run is reported. */
export const reportSettings: readonly Setting[] = [
  outputSetting,
  {
    flags: '--fail-on <what>',
    summary: `what makes the exit code 1: ${thresholds.join(', ')}`,
    group: result,
    path: ['failOn'],
    value: anyText,
  },
  baselineSetting,
  {
    flags: '--confirm <runs>',
    summary: 'fail only for what was found so many runs in a row',
    group: result,
    path: ['confirm'],
    value: wholeNumber,
  },
  knownSetting,
  languageSetting,
  storeSetting,
];
