import { anyText, wholeNumber } from './quantity.js';
import type { Setting } from './setting.js';

const group = 'Where it goes:';

/** Settings for where a walk goes. */
export const scopeSettings: readonly Setting[] = [
  {
    flags: '--include <pattern>',
    summary: 'walk exactly what matches, on any host (repeatable)',
    group,
    path: ['sources', '*', 'include'],
    value: anyText,
    repeats: 'added',
  },
  {
    flags: '--exclude <pattern>',
    summary: 'neither walk nor check what matches (repeatable)',
    group,
    path: ['sources', '*', 'exclude'],
    value: anyText,
    repeats: 'added',
  },
  {
    flags: '--served-at <address>',
    summary: 'where the folder will be served: links to that address lead into the folder',
    group,
    path: ['sources', '*', 'servedAt'],
    value: anyText,
  },
  {
    flags: '--max-depth <clicks>',
    summary: 'walk at most so many clicks away from a seed',
    group,
    path: ['sources', '*', 'maxDepth'],
    value: wholeNumber,
  },
  {
    flags: '--max-pages <count>',
    summary: 'ask for at most so many addresses of each source, whatever they answer',
    group,
    path: ['sources', '*', 'maxPages'],
    value: wholeNumber,
  },
  {
    flags: '--no-external',
    summary: 'leave links alone that lead out of the source',
    group,
    path: ['sources', '*', 'external'],
    value: false,
  },
  {
    flags: '--no-robots',
    summary: 'walk what robots.txt asks not to',
    group,
    path: ['sources', '*', 'robots'],
    value: false,
  },
  {
    flags: '--allow-private',
    summary: 'let public pages and files lead into private addresses',
    group,
    path: ['allowPrivate'],
    value: true,
  },
];
