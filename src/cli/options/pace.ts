import { anyText, bytes, milliseconds, seconds, wholeNumber } from './quantity.js';
import type { Setting } from './setting.js';

const group = 'How hard it works:';

/** Settings for how fast and how long a walk is. */
export const paceSettings: readonly Setting[] = [
  {
    flags: '--concurrency <count>',
    summary: 'requests under way in total, not counting those whose answers take long; default 32',
    group,
    path: ['limits', 'concurrency'],
    value: wholeNumber,
  },
  {
    flags: '--per-host <count>',
    summary: 'requests under way to one host; default 8',
    group,
    path: ['limits', 'perHost'],
    value: wholeNumber,
  },
  {
    flags: '--min-gap <time>',
    summary: 'between two requests to one host, such as 500ms',
    group,
    path: ['limits', 'minGap'],
    value: milliseconds,
  },
  {
    flags: '--retries <count>',
    summary: 'further tries after a failure that may pass; default 2',
    group,
    path: ['limits', 'retries'],
    value: wholeNumber,
  },
  {
    flags: '--timeout <time>',
    summary: 'for one request in all; default 2m',
    group,
    path: ['limits', 'wholeTimeout'],
    followers: [
      ['limits', 'headersTimeout'],
      ['limits', 'bodyTimeout'],
    ],
    value: milliseconds,
  },
  {
    flags: '--max-body <size>',
    summary: 'read at most so much of a page; default 10M',
    group,
    path: ['limits', 'maxBody'],
    value: bytes,
  },
  {
    flags: '--max-time <time>',
    summary: 'stop the walk after so long, such as 2h',
    group,
    path: ['limits', 'maxTime'],
    value: seconds,
  },
  {
    flags: '--user-agent <text>',
    summary: 'the User-Agent of requests',
    group,
    path: ['userAgent'],
    value: anyText,
  },
];
