import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
    // Many tests wait for processes and sockets of their own.
    maxWorkers: '100%',
    coverage: { include: ['src/**'], reporter: ['text-summary'] },
  },
});
