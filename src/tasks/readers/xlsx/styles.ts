import { isOn } from '../../../kit/documents/open-xml/shared-strings.js';
import { attributeOf, scanXml } from '../../../kit/documents/scan-xml.js';

/** `date`; `padded` to as many digits, without the words of `"Task"0000`; else as it is. */
export type NumberStyle = 'date' | 'plain' | { readonly padded: number };

/** How numbers in each cell style are to be read (ECMA-376 §18.8.30). */
export function readDateStyles(xml: string): readonly NumberStyle[] {
  const codes = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inCellStyles = false;
  scanXml(xml, {
    open: (tag, attributes) => {
      if (tag === 'numFmt')
        codes.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '');
      else if (tag === 'cellXfs') inCellStyles = true;
      else if (tag === 'xf' && inCellStyles) {
        const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
        styles.push(styleOf(id, codes.get(id)));
      }
      return undefined;
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCellStyles = false;
      return undefined;
    },
  });
  return styles;
}

/** The cell styles whose font is struck out (ECMA-376 §18.8.22). */
export function readStruckStyles(xml: string): ReadonlySet<number> {
  const struckFonts = new Set<number>();
  const styles = new Set<number>();
  let fonts = 0;
  let style = 0;
  let within = '';
  scanXml(xml, {
    open: (tag, attributes) => {
      if (tag === 'fonts' || tag === 'cellXfs') within = tag;
      else if (within === 'fonts' && tag === 'font') fonts++;
      else if (within === 'fonts' && tag === 'strike' && isOn(attributes)) struckFonts.add(fonts - 1);
      else if (within === 'cellXfs' && tag === 'xf') {
        if (struckFonts.has(Number(attributeOf(attributes, 'fontId') ?? 0))) styles.add(style);
        style++;
      }
      return undefined;
    },
    close: (tag) => {
      if (tag === within) within = '';
      return undefined;
    },
  });
  return styles;
}

/** Excel takes no longer ones. */
const longestCode = 255;

/** The style of a number format: 14–22 and 45–47 are dates and times everywhere, 27–36 and 50–58 in East Asia. */
function styleOf(id: number, code: string | undefined): NumberStyle {
  if (code === undefined) {
    const date =
      (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    return date ? 'date' : 'plain';
  }
  const bare = code.slice(0, longestCode).replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '');
  const positive = (bare.split(';')[0] ?? '').trim();
  if (/^0{2,9}$/.test(positive)) return { padded: positive.length };
  return /[ymdhs年月日]/i.test(bare) && !/general/i.test(bare) ? 'date' : 'plain';
}

const day = 86_400_000;

/** A serial number as a date, `2021-05-03`; the number itself if no date can be made of it. */
export function writeDate(serial: number, since1904: boolean): string {
  const epoch = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  // Excel counts a 1900-02-29, which never was, so its days before March 1900 are one ahead.
  const days = !since1904 && serial < 60 ? serial + 1 : serial;
  if (serial < 0 || serial > 2_958_466) return String(serial);
  const written = new Date(epoch + Math.round(days * day)).toISOString();
  return Number.isInteger(serial) ? written.slice(0, 10) : written.slice(0, 16).replace('T', ' ');
}
