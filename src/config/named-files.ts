import { dirname, resolve } from 'node:path';
import { expandPath, valueAt, withValue, type Path, type PathPattern } from './path.js';

/** Where a configuration names files that a run reads, so that they have to be there. */
const neededFiles: readonly PathPattern[] = [
  ['sources', '*', 'credentials', 'bearerFile'],
  ['sources', '*', 'credentials', 'cookies'],
  ['tasks', '*'],
  ['tasks', '*', 'list'],
  ['glossary'],
];

/** Where it names files that a run writes: from the folder in which the tool runs, as on the command line. */
const writtenFiles: PathPattern = ['output', '*'];

/** Where it names files that commands write, too, and what to do if there is none. Only some commands need them. */
const keptFiles = {
  known: 'an empty file will do; `playbook-health accept` adds to it',
  baseline: '`playbook-health baseline` writes one',
} as const;
export type KeptFile = keyof typeof keptFiles;

/** An address on the web is no file. */
const address = /^https?:\/\//i;

/** A baseline may also be a run, by its id. */
const runId = /^[^./\\]+$/;

/** A file that a configuration names. */
export interface NamedFile {
  readonly path: Path;
  readonly file: string;
  /** What to do if it is not there. */
  readonly advice?: string;
}

/**
 * The same plain data with the files it names made absolute, from the folder of the configuration file, and those it needs: of
 * those that commands write, only some.
 */
export function resolveFiles(
  value: unknown,
  configFile: string,
  needed: readonly KeptFile[] = [],
): { readonly value: unknown; readonly files: readonly NamedFile[] } {
  const find = (settings: readonly PathPattern[]): readonly NamedFile[] =>
    settings
      .flatMap((setting) => expandPath(value, setting))
      .flatMap((path) => {
        const named = valueAt(value, path);
        return isFile(named, path) ? [{ path, file: resolve(dirname(configFile), named) }] : [];
      });
  const files = find(neededFiles);
  const kept = (['known', 'baseline'] as const).flatMap((name) =>
    find([[name]]).map((file) => ({ ...file, name, advice: keptFiles[name] })),
  );
  return {
    value: [...files, ...kept].reduce((whole, { path, file }) => withValue(whole, path, file), value),
    files: [...files, ...kept.filter(({ name }) => needed.includes(name))],
  };
}

function isFile(named: unknown, [setting]: Path): named is string {
  if (typeof named !== 'string' || named === '' || address.test(named)) return false;
  return setting !== 'baseline' || !runId.test(named);
}

/** The files that a configuration has written, as they are named. */
export function findWrittenFiles(value: unknown): readonly NamedFile[] {
  return expandPath(value, writtenFiles).flatMap((path) => {
    const file = valueAt(value, path);
    return typeof file === 'string' ? [{ path, file }] : [];
  });
}
