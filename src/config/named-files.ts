import { dirname, resolve } from 'node:path';
import { expandPath, valueAt, withValue, type Path, type PathPattern } from './path.js';

/** Where a configuration names files that a run reads. */
const fileSettings: readonly PathPattern[] = [
  ['sources', '*', 'credentials', 'bearerFile'],
  ['sources', '*', 'credentials', 'cookies'],
  ['tasks', '*'],
  ['tasks', '*', 'list'],
  ['glossary'],
];

/** What lies on the web is no file. */
const address = /^https?:\/\//i;

/** A file that a configuration names. */
export interface NamedFile {
  readonly path: Path;
  readonly file: string;
}

/** The same plain data with the files it names made absolute, from the folder of the configuration file, and those files. */
export function resolveFiles(
  value: unknown,
  configFile: string,
): { readonly value: unknown; readonly files: readonly NamedFile[] } {
  const files = fileSettings
    .flatMap((setting) => expandPath(value, setting))
    .flatMap((path): NamedFile[] => {
      const named = valueAt(value, path);
      return typeof named === 'string' && named !== '' && !address.test(named)
        ? [{ path, file: resolve(dirname(configFile), named) }]
        : [];
    });
  return { value: files.reduce((whole, { path, file }) => withValue(whole, path, file), value), files };
}
