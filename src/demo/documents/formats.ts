import type { CatalogueEntry } from './catalogue.js';
import { pdf } from './pdf.js';
import { slideDeck } from './presentation.js';
import { wordDocument } from './word.js';
import { workbook } from './workbook.js';

const openXml = 'application/vnd.openxmlformats-officedocument';

/** How each kind of document is made and declared, by the ending of its path. */
const formats = {
  pptx: { contentType: `${openXml}.presentationml.presentation`, make: (title: string) => slideDeck(title) },
  docx: { contentType: `${openXml}.wordprocessingml.document`, make: wordDocument },
  xlsx: { contentType: `${openXml}.spreadsheetml.sheet`, make: makeWorkbook },
  pdf: { contentType: 'application/pdf', make: pdf },
} as const;

type Ending = keyof typeof formats;

/** The media type of an ending. */
export function contentTypeOf(ending: Ending): string {
  return formats[ending].contentType;
}

/** The bytes of a catalogued document. */
export function makeDocument({
  path,
  title,
  lines,
}: Pick<CatalogueEntry, 'path' | 'title' | 'lines'>): Uint8Array {
  return formats[endingOf(path)].make(title, lines);
}

/** The ending of a document's path; any other in the catalogue is a mistake. */
export function endingOf(path: string): Ending {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  if (ending === 'pptx' || ending === 'docx' || ending === 'xlsx' || ending === 'pdf') return ending;
  throw new Error(`no document format for ${path}`);
}

function makeWorkbook(title: string, lines: readonly string[]): Uint8Array {
  return workbook(title, [['No.', title], ...lines.map((line, index) => [String(index + 1), line])]);
}
