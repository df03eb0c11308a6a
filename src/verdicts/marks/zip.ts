/** What the end of a zip shows (APPNOTE 4.3). */
interface ZipEnd {
  /** The central directory, or as much of it as was read; `null` if the archive has no end. */
  readonly directory: string | null;
  /** The directory was read from its start. */
  readonly whole: boolean;
  readonly encrypted: boolean;
}

const endMark = 'PK\x05\x06';
const entryMark = 'PK\x01\x02';

/** Examines the last bytes of a zip, given as one character for each byte. */
export function examineZip(end: string): ZipEnd {
  const at = end.lastIndexOf(endMark);
  if (at < 0 || at + 22 > end.length) return { directory: null, whole: false, encrypted: false };
  const size = number(end, at + 12, 4);
  const start = at - size;
  const whole = start >= 0 && (size === 0 || end.startsWith(entryMark, start));
  const directory = end.slice(whole ? start : Math.max(0, end.indexOf(entryMark)), at);
  const first = directory.indexOf(entryMark);
  return { directory, whole, encrypted: first >= 0 && (number(directory, first + 8, 2) & 1) === 1 };
}

function number(text: string, at: number, width: number): number {
  let value = 0;
  for (let offset = width - 1; offset >= 0; offset--)
    value = value * 256 + (text.charCodeAt(at + offset) || 0);
  return value;
}
