import { extname } from 'node:path';

/** What one thing can be written as. */
export interface Formats<Format> {
  /** By the name after `--format`. */
  readonly byName: ReadonlyMap<string, Format>;
  /** The file endings that choose a format, with the dot. */
  readonly endings: readonly string[];
  /** By a file's ending; `null` if none goes by it. */
  readonly ofFile: (file: string) => Format | null;
}

/** The formats of a registry. */
export function formatsOf<Format extends { readonly id: string; readonly endings: readonly string[] }>(
  registry: Readonly<Record<string, Format>>,
): Formats<Format> {
  const all = Object.values(registry);
  return {
    byName: new Map(all.map((format) => [format.id, format])),
    endings: all.flatMap(({ endings }) => endings),
    ofFile: (file) => {
      const ending = extname(file).toLowerCase();
      return all.find(({ endings }) => endings.includes(ending)) ?? null;
    },
  };
}
