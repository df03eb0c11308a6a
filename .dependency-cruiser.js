const features =
  'sources|frontier|crawl|extract|verdicts|findings|changes|history|known-issues|tasks|store|reports|config';

/** The parts that use cases share, each of which knows only those before it. */
const partsOfApp = [
  'context',
  'files',
  'formats',
  'web',
  'runs',
  'kept',
  'reading',
  'task-lists',
  'judging',
  'notifying',
  'walking',
  'tasks',
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'kit-knows-nothing',
      comment: 'kit is tools that know no Playbook; they must stay usable anywhere',
      severity: 'error',
      from: { path: '^src/kit/' },
      to: { path: '^src/(?!kit/)' },
    },
    {
      name: 'model-is-nouns',
      comment: 'model is what features share; if it knew a feature, every feature would know that one',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { path: '^src/(?!model/|kit/)' },
    },
    {
      name: 'features-are-strangers',
      comment:
        'a feature that needs another gets it as a function from app; a shared thing is a noun and lives in model',
      severity: 'error',
      from: { path: `^src/(${features})/` },
      to: { path: '^src/(?!kit/|model/)', pathNot: '^src/$1/' },
    },
    {
      name: 'demo-is-a-stranger',
      comment: 'the demo portals are a web like any other; nothing but app may start them',
      severity: 'error',
      from: { path: '^src/demo/' },
      to: { path: '^src/(?!demo/|kit/|model/)' },
    },
    {
      name: 'app-does-not-know-the-terminal',
      comment: 'use cases are told streams, time and signals; only cli knows a terminal',
      severity: 'error',
      from: { path: '^src/app/' },
      to: { path: '^src/cli/' },
    },
    ...partsOfApp.map((part, index) => ({
      name: `app-${part}-knows-what-is-below`,
      comment: 'use cases stand on their parts, and the parts on one another, in one order',
      severity: 'error',
      from: { path: `^src/app/${part}/` },
      to: { path: '^src/app/', pathNot: `^src/app/(${partsOfApp.slice(0, index + 1).join('|')})/` },
    })),
    {
      name: 'app-has-no-other-parts',
      comment: 'a part that is in no order could know any other',
      severity: 'error',
      from: {},
      to: { path: '^src/app/[^/]+/', pathNot: `^src/app/(${partsOfApp.join('|')})/` },
    },
    {
      name: 'cli-goes-through-app',
      comment: 'the command line wires nothing itself',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: `^src/(${features}|demo)/` },
    },
    {
      name: 'pure-core',
      comment: 'what judges and renders must not touch the world, so any old run can be judged again',
      severity: 'error',
      from: {
        path: '^src/(kit|model|extract|verdicts|findings|changes|history|known-issues|tasks|reports)/',
      },
      to: { path: '^(node:)?(fs|net|http|https|tls|dns|child_process|worker_threads|process)(/|$)' },
    },
    {
      name: 'no-circles',
      comment: 'a circle has no bottom to start reading at',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-circles-of-folders',
      comment: 'nor has a circle of folders',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'what nobody imports is dead',
      severity: 'error',
      from: { orphan: true, pathNot: '\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'no-development-packages',
      comment: 'what ships must not need what does not',
      severity: 'error',
      from: { path: '^(src|bin)/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.d.ts'] },
  },
};
