/**
 * A one-page PDF 1.4 with a cross-reference table (ISO 32000-1 §7.5); the title in its information as UTF-16, so Japanese works.
 */
export function pdf(title: string, lines: readonly string[]): Uint8Array {
  const drawn = [title, ...lines].map(
    (line, index) => `BT /F1 14 Tf 72 ${760 - index * 24} Td (${ascii(line)}) Tj ET`,
  );
  const stream = drawn.join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Title <${utf16(title)}> >>`,
  ];
  return Buffer.from(assemble(objects), 'latin1');
}

function assemble(objects: readonly string[]): string {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info ${objects.length} 0 R >>`;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  return `${text}${table}${trailer}\nstartxref\n${text.length}\n%%EOF\n`;
}

/** The standard fonts have no Japanese: what is drawn shows `?` there. */
function ascii(text: string): string {
  return text.replace(/[^ -~]/gu, '?').replace(/[\\()]/g, '\\$&');
}

function utf16(text: string): string {
  return Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex').toUpperCase();
}
