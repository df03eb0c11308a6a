/** Whether a place is not looked for: by its name, or by the address of the page that has it, or of the link to it. */
export interface Skipped {
  readonly byName: (place: string) => boolean;
  readonly byAddress: (url: string, place: string) => boolean;
}

/** A host in a regular expression, whose slashes may be escaped. */
const address = /:\\?\/\\?\//;

/**
 * Sorts patterns: one that has `://` in it is matched anywhere in an address, with its `#` and without, every other in what
 * follows the `#`.
 */
export function skippedBy(patterns: readonly string[]): Skipped {
  const of = (isWanted: (pattern: string) => boolean): readonly RegExp[] =>
    patterns.filter(isWanted).map((pattern) => new RegExp(pattern, 'u'));
  const names = of((pattern) => !address.test(pattern));
  const addresses = of((pattern) => address.test(pattern));
  return {
    byName: (place) => names.some((pattern) => pattern.test(place)),
    byAddress: (url, place) =>
      addresses.some((pattern) => pattern.test(url) || pattern.test(`${url}#${place}`)),
  };
}
