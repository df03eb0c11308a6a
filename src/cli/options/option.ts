/** One option of the command line, defined once and used by every command that has it. */
export interface Option {
  /** As help shows it: `-o, --output <file>`. */
  readonly flags: string;
  readonly summary: string;
  /** The heading in help that it stands under. */
  readonly group: string;
}

/** The options that were given, and their values in the order they were given. */
export type Given = ReadonlyMap<Option, readonly string[]>;

/** The long name of an option: `--output`. */
export function longName({ flags }: Option): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags;
}

/** The value that was given last: later options outweigh earlier ones. */
export function lastOf(given: Given, option: Option): string | undefined {
  return given.get(option)?.at(-1);
}
