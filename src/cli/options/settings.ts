import { languages } from '../../model/text.js';
import { thresholds } from '../../model/threshold.js';
import { anyText, bytes, milliseconds, retention, seconds, wholeNumber } from './quantity.js';
import type { Setting } from './setting.js';

const scope = 'Where it goes:';
const checks = 'What it checks:';
const pace = 'How hard it works:';
const result = 'What comes out:';

/** What decides where a walk goes. */
export const scopeSettings: readonly Setting[] = [
  {
    flags: '--include <pattern>',
    summary: 'walk exactly what matches, on any host (repeatable)',
    group: scope,
    path: ['sources', '*', 'include'],
    value: anyText,
    repeats: 'added',
  },
  {
    flags: '--exclude <pattern>',
    summary: 'neither walk nor check what matches (repeatable)',
    group: scope,
    path: ['sources', '*', 'exclude'],
    value: anyText,
    repeats: 'added',
  },
  {
    flags: '--max-depth <clicks>',
    summary: 'walk at most so many clicks away from a seed',
    group: scope,
    path: ['sources', '*', 'maxDepth'],
    value: wholeNumber,
  },
  {
    flags: '--max-pages <count>',
    summary: 'read at most so many pages of each source',
    group: scope,
    path: ['sources', '*', 'maxPages'],
    value: wholeNumber,
  },
  {
    flags: '--no-external',
    summary: 'leave links alone that lead out of the source',
    group: scope,
    path: ['sources', '*', 'external'],
    value: false,
  },
  {
    flags: '--no-robots',
    summary: 'walk what robots.txt asks not to',
    group: scope,
    path: ['sources', '*', 'robots'],
    value: false,
  },
  {
    flags: '--allow-private',
    summary: 'let public pages lead into private addresses',
    group: scope,
    path: ['allowPrivate'],
    value: true,
  },
];

/** What decides how closely answers are looked at. */
export const checkSettings: readonly Setting[] = [
  {
    flags: '--check-fragments',
    summary: 'look for the place on the page that a #fragment names',
    group: checks,
    path: ['checkFragments'],
    value: true,
  },
  {
    flags: '--skip-fragments <pattern>',
    summary: 'do not look for fragments that match (repeatable)',
    group: checks,
    path: ['skipFragments'],
    value: anyText,
    repeats: 'added',
  },
  { flags: '--deep', summary: 'read documents to their end', group: checks, path: ['deep'], value: true },
  {
    flags: '--no-probes',
    summary: 'do not ask for names that ought not to exist',
    group: checks,
    path: ['probes'],
    value: false,
  },
  {
    flags: '--insecure',
    summary: 'do not verify TLS certificates',
    group: checks,
    path: ['insecure'],
    value: true,
  },
];

/** What decides how fast and how long a walk is. */
export const paceSettings: readonly Setting[] = [
  {
    flags: '--concurrency <count>',
    summary: 'requests under way in total',
    group: pace,
    path: ['limits', 'concurrency'],
    value: wholeNumber,
  },
  {
    flags: '--per-host <count>',
    summary: 'requests under way to one host',
    group: pace,
    path: ['limits', 'perHost'],
    value: wholeNumber,
  },
  {
    flags: '--min-gap <time>',
    summary: 'between two requests to one host: 500ms',
    group: pace,
    path: ['limits', 'minGap'],
    value: milliseconds,
  },
  {
    flags: '--retries <count>',
    summary: 'further tries after a failure that may pass',
    group: pace,
    path: ['limits', 'retries'],
    value: wholeNumber,
  },
  {
    flags: '--timeout <time>',
    summary: 'for one request in all: 30s',
    group: pace,
    path: ['limits', 'wholeTimeout'],
    value: milliseconds,
  },
  {
    flags: '--max-body <size>',
    summary: 'read at most so much of a page: 10M',
    group: pace,
    path: ['limits', 'maxBody'],
    value: bytes,
  },
  {
    flags: '--max-time <time>',
    summary: 'stop the walk after: 2h',
    group: pace,
    path: ['limits', 'maxTime'],
    value: seconds,
  },
  {
    flags: '--user-agent <text>',
    summary: 'how to introduce ourselves',
    group: pace,
    path: ['userAgent'],
    value: anyText,
  },
];

/** Where runs are kept. */
export const storeSetting: Setting = {
  flags: '--store <folder>',
  summary: 'where runs are kept; default .playbook-health',
  group: result,
  path: ['store'],
  value: anyText,
};

/** What decides how long runs are kept. */
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

/** In which language it is told. */
export const languageSetting: Setting = {
  flags: '--lang <language>',
  summary: `of the report: ${languages.join(', ')}; default from LANG`,
  group: result,
  path: ['language'],
  value: anyText,
};

/** What somebody has looked at and lives with. */
export const knownSetting: Setting = {
  flags: '--known <file>',
  summary: 'YAML of accepted findings; see: playbook-health accept --help',
  group: result,
  path: ['known'],
  value: anyText,
};

/** What decides how a run is reported. */
export const reportSettings: readonly Setting[] = [
  outputSetting,
  {
    flags: '--fail-on <what>',
    summary: `what makes the exit code 1: ${thresholds.join(', ')}`,
    group: result,
    path: ['failOn'],
    value: anyText,
  },
  {
    flags: '--baseline <run or file>',
    summary: 'what new-broken compares with; default: the run before',
    group: result,
    path: ['baseline'],
    value: anyText,
  },
  {
    flags: '--confirm <nights>',
    summary: 'fail only for what was found so many runs in a row',
    group: result,
    path: ['confirm'],
    value: wholeNumber,
  },
  knownSetting,
  languageSetting,
  storeSetting,
];
