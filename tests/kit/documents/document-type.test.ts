import { expect, test } from 'vitest';
import { documentTypeOf } from '../../../src/kit/documents/document-type.js';

const openXml = 'application/vnd.openxmlformats-officedocument';

test.each([
  ['/a.pptx', `${openXml}.presentationml.presentation`, null, 'presentation'],
  ['/a.PPTX?web=1', 'application/octet-stream', null, 'presentation'],
  ['/a%2Edocx', '', null, 'word'],
  ['/download?id=1', `${openXml}.spreadsheetml.sheet`, null, 'workbook'],
  [
    '/download?id=1',
    'application/octet-stream',
    "attachment; filename*=UTF-8''%E8%B3%87%E6%96%99.pdf",
    'pdf',
  ],
  ['/a.docx', 'application/msword', null, 'word'],
  ['/a.doc', 'application/msword', null, 'older'],
  ['/a', 'application/vnd.ms-excel', null, 'older'],
  ['/a', 'application/vnd.ms-excel.sheet.macroenabled.12', null, 'workbook'],
  ['/a', 'application/pdf', 'inline', 'pdf'],
  ['/a.pptx', 'text/html', null, null],
  ['/a.pptx', 'text/html', 'attachment; filename=a.pptx', null],
  ['/a.zip', 'application/zip', null, null],
  ['/a.html', 'text/plain', null, null],
  ['/pdf', 'application/octet-stream', 'attachment', null],
] as const)('%s as %s, %s: %s', (path, contentType, disposition, type) => {
  expect(documentTypeOf({ url: `https://a.example${path}`, contentType, disposition })).toBe(type);
});
