import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError, updateOrMove } from './database/failures.js';

/** Bumped with the version of its runs, so that older programs refuse it as a whole and say why. */
const storeVersion = 2;

function versionFile(directory: string): string {
  return join(directory, 'store.json');
}

/** Throws a `StoreError` if a newer version wrote a store. */
export function checkVersion(directory: string): void {
  const file = versionFile(directory);
  const version = readVersion(file);
  if (version <= storeVersion) return;
  throw new StoreError(
    file,
    {
      en: `the store was written by a newer version (${version}, this one knows ${storeVersion})`,
      ja: `保存先は新しいバージョンで書き込まれています (${version}、このバージョンで読み取れるのは ${storeVersion} まで)`,
    },
    updateOrMove,
  );
}

/** A store without the file, or with a damaged one, is treated as new: each run has its own version as well. */
function readVersion(file: string): number {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof content === 'object' && content !== null && 'version' in content)
      return Number(content.version);
  } catch {
    // See above.
  }
  return storeVersion;
}

/** Notes that older programs cannot read a store. Throws the system's error if it cannot be written. */
export function writeVersion(directory: string): void {
  writeFileSync(versionFile(directory), `${JSON.stringify({ version: storeVersion })}\n`);
}
