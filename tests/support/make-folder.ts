import { accessSync, constants, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
const needed = 2 ** 30;

/** Makes an empty folder: in memory, where Linux has room there, since stores wait for their disk again and again. */
export function makeFolder(): string {
  const place = process.env['TMPDIR'] === undefined && hasRoom(memory) ? memory : tmpdir();
  return mkdtempSync(join(place, 'playbook-health-'));
}

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= needed;
  } catch {
    return false;
  }
}
