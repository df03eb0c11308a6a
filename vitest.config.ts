import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Some tests and hooks run processes or walk the demo: seconds on an idle machine, half a minute on a busy one.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Many tests wait for processes and sockets of their own, and leave a core to others meanwhile.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // No test changes a module, and loading each of them anew for every file takes longer than the tests.
    isolate: false,
    // What is built runs as it is.
    server: { deps: { external: [/\/dist\//] } },
    coverage: { include: ['src/**'], reporter: ['text-summary'] },
  },
});
