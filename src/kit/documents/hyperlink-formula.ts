/** What `=HYPERLINK()` says in a cell of a sheet. */
export interface HyperlinkFormula {
  readonly url: string;
  /** What the cell shows; empty if the formula names nothing, or if that is computed. */
  readonly text: string;
}

/** The most characters that Excel allows. */
const longest = 8192;
const formula = /^=?\s*HYPERLINK\s*\(\s*"((?:[^"]|"")*)"\s*(?:[,;](.*))?\)\s*$/is;
const literal = /^\s*"((?:[^"]|"")*)"\s*$/;

/** Reads `HYPERLINK("address", "text")`; `null` for anything else, and for an address that is computed. */
export function readHyperlinkFormula(written: string): HyperlinkFormula | null {
  if (written.length > longest) return null;
  const [, url = '', label = ''] = formula.exec(written) ?? [];
  return url === '' ? null : { url: unquote(url), text: unquote(literal.exec(label)?.[1] ?? '') };
}

/** A formula doubles the quotation marks in a text. */
function unquote(text: string): string {
  return text.replaceAll('""', '"');
}
