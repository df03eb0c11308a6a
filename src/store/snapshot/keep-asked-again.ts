/** The most bytes of results that are kept; ids count as asked again if at most this many others were asked for in between. */
const mostKept = 8 * 1024 * 1024;
const mostAsked = 4096;

/**
 * The function, keeping its results for ids that it was asked for before: it is asked for most ids once, for a few, such as the
 * contents of a site, hundreds of times. Returns what `read` returns; `null` is not kept.
 */
export function keepAskedAgain<Value extends { readonly size: number }>(
  read: (id: number) => Value | null,
): (id: number) => Value | null {
  const kept = new Map<number, Value>();
  const asked = new Set<number>();
  let size = 0;

  const keep = (id: number, value: Value): void => {
    size += value.size;
    if (size > mostKept) {
      kept.clear();
      size = value.size;
    }
    kept.set(id, value);
  };

  return (id) => {
    const known = kept.get(id);
    if (known !== undefined) return known;
    const value = read(id);
    if (value !== null && asked.has(id)) keep(id, value);
    if (asked.size >= mostAsked) asked.clear();
    asked.add(id);
    return value;
  };
}
