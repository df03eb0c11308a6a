import { crc32, deflateRawSync } from 'node:zlib';

/** A zip of deflated entries, as Excel writes it. Sizes may be told wrong on purpose. */
export function zipOf(entries: Readonly<Record<string, string | Uint8Array>>, declared?: number): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(typeof crc32 === 'function' ? crc32(bytes) : 0, 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(declared ?? bytes.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(entries).length, 8);
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, index, end]);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** One sheet of a workbook made by hand: its XML within `<worksheet>`, and where its links lead. */
export interface SheetSketch {
  readonly name: string;
  readonly xml: string;
  readonly links?: readonly string[];
}

/** The parts of a workbook as Excel names them. */
export function workbookParts(
  sheets: readonly SheetSketch[],
  {
    strings = '',
    styles = '',
    since1904 = false,
  }: { strings?: string; styles?: string; since1904?: boolean } = {},
): Record<string, string> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${related}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<x:workbook xmlns:x="${main}" xmlns:r="${related}"><x:workbookPr date1904="${since1904 ? 1 : 0}"/><x:sheets>${sheets
      .map(({ name }, at) => `<x:sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${related}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rId90" Type="${related}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId91" Type="${related}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
  };
  sheets.forEach(({ xml, links = [] }, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<?xml version="1.0"?><worksheet xmlns="${main}" xmlns:r="${related}">${xml}</worksheet>`;
    parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = `<Relationships>${links
      .map(
        (target, link) =>
          `<Relationship Id="rId${link + 1}" Type="${related}/hyperlink" Target="${target}" TargetMode="External"/>`,
      )
      .join('')}</Relationships>`;
  });
  return parts;
}

/** Rows of inline texts from A1 on. */
export function inlineRows(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[], line: number): string =>
    row
      .map(
        (text, at) =>
          `<c r="${String.fromCharCode(65 + at)}${line}" t="inlineStr"><is><t>${text}</t></is></c>`,
      )
      .join('');
  return `<sheetData>${rows.map((row, at) => `<row r="${at + 1}">${cells(row, at + 1)}</row>`).join('')}</sheetData>`;
}
