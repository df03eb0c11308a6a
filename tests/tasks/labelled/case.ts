/** `same`: one document, perhaps in another language or version. `renamed`: only to be suggested. `different`: never found. */
export type Truth = 'same' | 'renamed' | 'different';

/** What a list expects, what a portal holds, and the truth about the two. */
export interface LabelledCase {
  readonly truth: Truth;
  readonly expected: Side;
  readonly candidate: Side;
}

/** A title, an address, or both; an expected document may carry its task's id. */
export interface Side {
  readonly title?: string;
  readonly url?: string;
  readonly task?: string;
}

/** Reads `[truth, expected, candidate]` rows, where a side is written `4122 # title @ https://…` and any part may be missing. */
export function readCases(rows: readonly (readonly [Truth, string, string])[]): readonly LabelledCase[] {
  return rows.map(([truth, expected, candidate]) => ({
    truth,
    expected: readSide(expected),
    candidate: readSide(candidate),
  }));
}

function readSide(text: string): Side {
  const [, task, rest = ''] = /^(?:(\d+) # )?(.*)$/s.exec(text) ?? [];
  const [, title = '', url] = /^(.*?)(?: ?@ (https?:.*))?$/s.exec(rest) ?? [];
  return {
    ...(title === '' ? {} : { title }),
    ...(url === undefined ? {} : { url }),
    ...(task === undefined ? {} : { task }),
  };
}
