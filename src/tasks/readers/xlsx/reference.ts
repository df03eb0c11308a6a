/** A cell's position, from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Cells from the upper left to the lower right, both included, from 1. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Reads `B7` or `$B$7`; `null` if it is no such thing. */
export function readPosition(reference: string): Position | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) return null;
  let column = 0;
  for (const letter of letters.toUpperCase().split('')) column = column * 26 + letter.charCodeAt(0) - 64;
  return { line: Number(digits), column };
}

/** Reads `B7:C9`, or `B7` as a range of one cell; `null` if it is neither. */
export function readRange(reference: string): Range | null {
  const [first = '', second = first] = reference.split(':');
  const start = readPosition(first);
  const end = readPosition(second);
  if (start === null || end === null) return null;
  return {
    top: Math.min(start.line, end.line),
    left: Math.min(start.column, end.column),
    bottom: Math.max(start.line, end.line),
    right: Math.max(start.column, end.column),
  };
}
