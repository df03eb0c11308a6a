export { pdf } from './pdf.js';
export { presentation } from './presentation.js';
export { wordDocument } from './word-document.js';
export { workbook } from './workbook.js';
