import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that put something else in place of a module. */
const isolated = 'tests/**/*.isolated.test.ts';

export default defineConfig({
  test: {
    // Some tests and hooks run processes or walk the demo: seconds on an idle machine, half a minute on a busy one.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Many tests wait for processes and sockets of their own, and leave a core to others meanwhile.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // What is built runs as it is.
    server: { deps: { external: [/\/dist\//] } },
    coverage: { include: ['src/**'], reporter: ['text-summary'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, isolated],
          // Loading all modules anew for every file takes longer than the tests.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'isolated', include: [isolated], isolate: true } },
    ],
  },
});
