import { escape } from '../markup.js';
import { openXmlPackage } from './open-xml.js';
import { zip } from './zip.js';

const wordprocessing = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A `.docx` of one paragraph a line. */
export function wordDocument(title: string, lines: readonly string[]): Uint8Array {
  const paragraphs = [title, ...lines].map((line) => `<w:p><w:r><w:t>${escape(line)}</w:t></w:r></w:p>`);
  const document = {
    name: 'word/document.xml',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    xml: `<w:document xmlns:w="${wordprocessing}"><w:body>${paragraphs.join('')}</w:body></w:document>`,
  };
  return zip(openXmlPackage(title, document.name, [document]));
}
