import { escape } from '../markup.js';
import { openXmlPackage, references } from './open-xml.js';
import { zip } from './zip.js';

const spreadsheet = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** An `.xlsx` of one sheet of texts; cells that are addresses are hyperlinks, as Excel makes them. */
export function workbook(title: string, rows: readonly (readonly string[])[]): Uint8Array {
  const links = rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (/^https?:/.test(cell) ? [{ cell, place: placeOf(row, column) }] : [])),
  );
  const parts = [
    { name: 'xl/workbook.xml', contentType: `${contentType}.sheet.main+xml`, xml: renderWorkbook(title) },
    {
      name: 'xl/worksheets/sheet1.xml',
      contentType: `${contentType}.worksheet+xml`,
      xml: renderSheet(
        rows,
        links.map(({ place }) => place),
      ),
    },
  ];
  return zip(
    openXmlPackage(title, 'xl/workbook.xml', parts, {
      'xl/workbook.xml': [['worksheet', 'worksheets/sheet1.xml']],
      'xl/worksheets/sheet1.xml': links.map(({ cell }) => ['hyperlink', cell]),
    }),
  );
}

function renderWorkbook(title: string): string {
  const name = escape(title.slice(0, 31));
  return `<workbook ${spreadsheet} ${references}><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

function renderSheet(rows: readonly (readonly string[])[], linked: readonly string[]): string {
  const data = rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells.map((cell, column) => renderCell(cell, placeOf(row, column))).join('')}</row>`,
  );
  const links = linked.map((place, index) => `<hyperlink ref="${place}" r:id="rId${index + 1}"/>`);
  const hyperlinks = links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
  return `<worksheet ${spreadsheet} ${references}><sheetData>${data.join('')}</sheetData>${hyperlinks}</worksheet>`;
}

function renderCell(text: string, place: string): string {
  return `<c r="${place}" t="inlineStr"><is><t>${escape(text)}</t></is></c>`;
}

/** `A1` for the first cell; the demo's sheets have no more than 26 columns. */
function placeOf(row: number, column: number): string {
  return `${String.fromCharCode(65 + column)}${row + 1}`;
}
