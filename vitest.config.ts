import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
    // Some hooks serve and walk the demo, which takes seconds on a busy machine.
    hookTimeout: 30_000,
    // Many tests wait for processes and sockets of their own, and leave a core to others meanwhile.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // No test changes a module, and loading each of them anew for every file takes longer than the tests.
    isolate: false,
    coverage: { include: ['src/**'], reporter: ['text-summary'] },
  },
});
