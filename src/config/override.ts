import { expandPath, valueAt, withValue, type PathPattern } from './path.js';

/** A setting given beside the configuration file, which it outweighs. */
export interface Override {
  /** `*` stands for every source. */
  readonly path: PathPattern;
  readonly value: unknown;
  /** How problems name it: `--max-depth`. */
  readonly name: string;
  /** What the value counts, where it may have been given in something else: `milliseconds`. */
  readonly unit?: string;
  /** Added to a list instead of replacing it. */
  readonly adds?: boolean;
}

/** The same plain data with every override put in, in order. */
export function applyOverrides(value: unknown, overrides: readonly Override[]): unknown {
  return overrides.reduce(
    (whole, override) =>
      expandPath(whole, override.path).reduce(
        (changed, path) => withValue(changed, path, merge(valueAt(changed, path), override)),
        whole,
      ),
    value,
  );
}

function merge(before: unknown, { value, adds }: Override): unknown {
  if (adds !== true) return value;
  return [...(Array.isArray(before) ? (before as unknown[]) : []), value];
}
