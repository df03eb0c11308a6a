import { expect, test } from 'vitest';
import { reportFormats } from '../../src/app/formats/report-formats.js';

test('every ending chooses the format that names it', () => {
  for (const ending of reportFormats.endings)
    expect(reportFormats.ofFile(`reports/night${ending}`)?.endings).toContain(ending);
});

test.each([
  ['night.sarif.json', 'sarif'],
  ['night.json', 'json'],
  ['NIGHT.HTML', 'html'],
  ['night.json.md', 'markdown'],
])('%s is written as %s', (file, id) => {
  expect(reportFormats.ofFile(file)?.id).toBe(id);
});

test.each(['night.docx', 'night', '.json', 'json'])('%s goes by no format', (file) => {
  expect(reportFormats.ofFile(file)).toBeNull();
});
