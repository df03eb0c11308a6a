import { anyText } from './quantity.js';
import type { Setting } from './setting.js';

const group = 'What it checks:';

/** Settings for how closely answers are looked at. */
export const checkSettings: readonly Setting[] = [
  {
    flags: '--check-fragments',
    summary: 'look for the place on the page that a #fragment names',
    group,
    path: ['checkFragments'],
    value: true,
  },
  {
    flags: '--skip-fragments <pattern>',
    summary: 'do not look for fragments that match, or, with :// in it, on pages that do (repeatable)',
    group,
    path: ['skipFragments'],
    value: anyText,
    repeats: 'added',
  },
  {
    flags: '--clean-urls',
    summary: 'in folders, let links leave out the .html of a page, as many servers do',
    group,
    path: ['cleanUrls'],
    value: true,
  },
  {
    flags: '--deep',
    summary: 'read documents to their end, and the links in those that are in scope',
    group,
    path: ['deep'],
    value: true,
  },
  {
    flags: '--no-styles',
    summary: 'do not look for links in style sheets and style attributes',
    group,
    path: ['checkStyles'],
    value: false,
  },
  {
    flags: '--no-probes',
    summary: 'do not ask for names that ought not to exist',
    group,
    path: ['probes'],
    value: false,
  },
  {
    flags: '--insecure',
    summary: 'do not verify TLS certificates; a configuration can name hosts',
    group,
    path: ['insecure'],
    value: true,
  },
];
