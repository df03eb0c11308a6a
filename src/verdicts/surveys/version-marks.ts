import { datedMark, numberedMark } from '../../kit/text/version-marks.js';

/** A file name without the mark of its version, and which version that is. */
interface VersionedName {
  /** Lower case, with one blank for every separator; the ending stays. */
  readonly stem: string;
  /** Comparable with other versions of the same scheme. */
  readonly version: number;
  readonly scheme: 'number' | 'date';
}

/** Separates the name of a file from its version; `null` if the name has no mark of a version. */
export function versionedName(fileName: string): VersionedName | null {
  const dot = fileName.lastIndexOf('.');
  const name = dot < 0 ? fileName : fileName.slice(0, dot);
  const ending = dot < 0 ? '' : fileName.slice(dot).toLowerCase();
  const text = name.normalize('NFKC');
  const number = numberedMark.exec(text);
  if (number !== null) {
    const version = Number(number[1]) * 1000 + Number(number[2] ?? 0);
    return { stem: stemOf(text, number) + ending, version, scheme: 'number' };
  }
  const date = datedMark.exec(text);
  if (date === null) return null;
  const [, year, month, day, monthInWords, dayInWords] = date;
  const version =
    Number(year) * 10_000 + Number(month ?? monthInWords) * 100 + Number(day ?? dayInWords ?? 0);
  return { stem: stemOf(text, date) + ending, version, scheme: 'date' };
}

function stemOf(text: string, mark: RegExpExecArray): string {
  const rest = `${text.slice(0, mark.index)} ${text.slice(mark.index + mark[0].length)}`;
  return rest
    .toLowerCase()
    .replace(/[ _\-.()]+/g, ' ')
    .trim();
}
