import { rmSync } from 'node:fs';
import { afterAll, beforeAll } from 'vitest';
import { makeFolder } from './make-folder.js';

/** An empty folder for all tests of a file; gone when they are over. */
export function suiteFolder(): () => string {
  let folder = '';
  beforeAll(() => {
    folder = makeFolder();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => folder;
}
