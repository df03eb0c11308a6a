import { basename } from 'node:path';

/** What one thing can be written as. */
export interface Formats<Format> {
  /** By the name after `--format`. */
  readonly byName: ReadonlyMap<string, Format>;
  /** The file endings that choose a format, with the dot. */
  readonly endings: readonly string[];
  /** By a file's ending; `null` if no format has it. */
  readonly ofFile: (file: string) => Format | null;
}

/** The formats of a registry. */
export function formatsOf<Format extends { readonly id: string; readonly endings: readonly string[] }>(
  registry: Readonly<Record<string, Format>>,
): Formats<Format> {
  const all = Object.values(registry);
  const byEnding = all.flatMap((format) => format.endings.map((ending) => ({ ending, format })));
  // `.sarif.json` says more than `.json`.
  const longestFirst = byEnding.toSorted((one, other) => other.ending.length - one.ending.length);
  return {
    byName: new Map(all.map((format) => [format.id, format])),
    endings: byEnding.map(({ ending }) => ending),
    ofFile: (file) => {
      const name = basename(file).toLowerCase();
      const found = longestFirst.find(({ ending }) => name !== ending && name.endsWith(ending));
      return found?.format ?? null;
    },
  };
}
