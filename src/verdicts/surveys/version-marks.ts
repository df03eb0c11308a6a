/** A file name without the mark that tells its version from others, and where among them it stands. */
interface VersionedName {
  /** Lower case, with one blank for every separator; the ending stays. */
  readonly stem: string;
  /** Comparable with other versions of the same scheme. */
  readonly version: number;
  readonly scheme: 'number' | 'date';
}

/** `-v1`, `_v2.1`, ` V4`, `ver3`, `rev2`. */
const numbered = /[ _\-.(]+(?:v|ver|version|rev)[ ._-]?(\d{1,3})(?:\.(\d{1,3}))?\)?(?=$|[ _\-.(])/iu;
/** `_202105`, `-20210531`, `2021-05`, `2021年5月更新`. A year alone belongs to the name, as does a fiscal year. */
const dated =
  /[ _\-.(]*(?<!\d)(20\d{2})(?:[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\d|3[01]))?(?!\d)|年(1[0-2]|0?[1-9])月(?:(\d{1,2})日)?)(?:更新|版)?\)?/u;

/** Tells name and version of a file apart; `null` if the name has no mark of a version. */
export function versionedName(fileName: string): VersionedName | null {
  const dot = fileName.lastIndexOf('.');
  const name = dot < 0 ? fileName : fileName.slice(0, dot);
  const ending = dot < 0 ? '' : fileName.slice(dot).toLowerCase();
  const text = name.normalize('NFKC');
  const number = numbered.exec(text);
  if (number !== null) {
    const version = Number(number[1]) * 1000 + Number(number[2] ?? 0);
    return { stem: stemOf(text, number) + ending, version, scheme: 'number' };
  }
  const date = dated.exec(text);
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
