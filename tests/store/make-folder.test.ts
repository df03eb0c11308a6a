import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../src/store/make-folder.js';
import { temporaryFolder } from '../support/temporary-folder.js';

describe('makeFolder', () => {
  it('makes what is missing, and nothing that is there', () => {
    const folder = join(temporaryFolder(), 'a', 'b');
    makeFolder(folder);
    makeFolder(folder);
    expect(existsSync(folder)).toBe(true);
  });

  it.runIf(existsSync('/proc/self'))('comes to an end where the system refuses', () => {
    expect(() => makeFolder('/proc/nowhere/at/all')).toThrow();
  });
});
