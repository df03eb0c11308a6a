/** The outermost tables of a page, in order. */
export interface Tables {
  /** A start tag that ends at this place. */
  readonly open: (end: number) => void;
  /** An end tag that starts at this place. */
  readonly close: (start: number) => void;
  /** The markup inside each; if one never ends, all the rest. */
  readonly list: () => readonly string[];
}

/** Follows `table` elements. */
export function createTables(markup: string): Tables {
  const found: string[] = [];
  let depth = 0;
  let inside = 0;
  return {
    open: (end) => {
      if (depth++ === 0) inside = end;
    },
    close: (start) => {
      if (depth > 0 && --depth === 0) found.push(markup.slice(inside, start));
    },
    list: () => (depth === 0 ? found : [...found, markup.slice(inside)]),
  };
}
