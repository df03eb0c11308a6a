import { openZip, type Zip, type ZipTrouble } from '../../kit/documents/unzip.js';
import {
  listLimits,
  refuse,
  refuseSize,
  type ListReader,
  type ListFile,
  type TableReading,
} from './table.js';
import { readPackage } from './xlsx/package.js';
import { readSheet } from './xlsx/sheet.js';

/** Excel workbooks (ECMA-376), all sheets. Read without a library: only texts and links are needed, within limits. */
export const xlsx: ListReader = {
  id: 'xlsx',
  fits: ({ bytes, name }) => {
    if (isZip(bytes) || isCompound(bytes)) return 4;
    return /\.xls[xm]$/i.test(name) ? 1.5 : 0;
  },
  read: readWorkbook,
};

function isZip([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b;
}

/** Whether it is the older Office container: a workbook from before 2007, or a newer one that is encrypted. */
function isCompound([first, second, third, fourth]: Uint8Array): boolean {
  return first === 0xd0 && second === 0xcf && third === 0x11 && fourth === 0xe0;
}

const zipLimits = { entries: 2000, inflated: listLimits.inflated };

function readWorkbook(file: ListFile): TableReading {
  const { name, bytes } = file;
  if (isCompound(bytes))
    return refuse(name, 'is an old or an encrypted workbook', 'save it as .xlsx without a password');
  const zip = openZip(bytes, zipLimits);
  if (typeof zip === 'string') return refuseZip(name, zip);
  return readSheets(name, zip);
}

function readSheets(name: string, zip: Zip): TableReading {
  const workbook = readPackage(zip);
  if (typeof workbook === 'string')
    return workbook === 'no-workbook' ? refuseOther(name, zip) : refuseZip(name, workbook);
  const tables = [];
  const problems = [];
  const budget = { rows: listLimits.rows, cells: listLimits.cells, steps: listLimits.cells };
  const source = { file: name, zip, workbook, budget };
  for (const part of workbook.sheets) {
    const sheet = readSheet(part, source);
    if (sheet === 'too-large') return refuseSize(name);
    if (typeof sheet === 'string') return refuseZip(name, sheet);
    tables.push(sheet.table);
    problems.push(...sheet.problems);
  }
  return { tables, problems };
}

function refuseOther(name: string, zip: Zip): TableReading {
  const found = zip.names.find((entry) => /^(word|ppt)\//.test(entry));
  return refuse(
    name,
    found === undefined ? 'is a zip, but no workbook' : 'is an Office document, but no workbook',
    'export the list as .xlsx or .csv',
  );
}

function refuseZip(name: string, trouble: ZipTrouble): TableReading {
  return refuse(name, ...zipSentences[trouble]);
}

const zipSentences: Readonly<Record<ZipTrouble, readonly [string, string]>> = {
  'not-a-zip': ['is called a workbook, but is none', 'export the list as .xlsx or .csv'],
  cut: ['is cut off: the end of the workbook is missing', 'download it again'],
  bomb: [
    'would unpack to far more than any list needs',
    'a Task Reference List is far smaller; it was not opened',
  ],
  damaged: [
    'is damaged: a part of the workbook cannot be unpacked',
    'download it again, or open and save it in Excel',
  ],
  encrypted: ['is encrypted', 'save it without a password'],
  'unknown-method': ['is packed in a way Excel does not use', 'open and save it in Excel'],
};
