import { rmSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { makeFolder } from './make-folder.js';

/** An empty folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = makeFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
