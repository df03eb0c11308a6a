import { Buffer } from 'node:buffer';
import { zip } from '../../src/demo/documents/zip.js';

/** A zip of empty files with these names, stored, as small as zips get. */
export function zipOf(names: readonly string[], { encrypted = false, padding = 0 } = {}): Buffer {
  const flags = encrypted ? 1 : 0;
  const locals = names.map((name, at) => {
    const header = Buffer.alloc(30);
    header.write('PK\x03\x04', 'latin1');
    header.writeUInt16LE(flags, 6);
    const content = Buffer.alloc(at === 0 ? padding : 0);
    header.writeUInt32LE(content.length, 18);
    header.writeUInt32LE(content.length, 22);
    header.writeUInt16LE(name.length, 26);
    return Buffer.concat([header, Buffer.from(name, 'latin1'), content]);
  });
  const central = names.map((name) => {
    const header = Buffer.alloc(46);
    header.write('PK\x01\x02', 'latin1');
    header.writeUInt16LE(flags, 8);
    header.writeUInt16LE(name.length, 28);
    return Buffer.concat([header, Buffer.from(name, 'latin1')]);
  });
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(Buffer.concat(locals).length, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** An Office document of the newer kind: `ppt`, `word`, `xl` or `visio`. */
export function officeFile(folder: string, padding = 0): Buffer {
  return zipOf(['[Content_Types].xml', '_rels/.rels', `${folder}/document.xml`], { padding });
}

/** A container of the older Office formats that names these streams. */
export function oleFile(...streams: readonly string[]): Buffer {
  const start = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  return Buffer.concat([start, Buffer.alloc(1024), ...streams.map((name) => Buffer.from(name, 'utf16le'))]);
}

/** A PDF that readers accept. */
export function pdfFile(trailer = ''): Buffer {
  return Buffer.from(
    `%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer <<${trailer}>>\nstartxref\n9\n%%EOF\n`,
    'latin1',
  );
}

/** A slide: its title, and the addresses and texts of its links. */
export type Slide = readonly [title: string, ...links: readonly (readonly [href: string, text: string])[]];

/** A presentation that leads somewhere. */
export function deckOf(...slides: readonly Slide[]): Uint8Array {
  const parts = slides.flatMap(([title, ...links], index) => {
    const runs = links.map(
      ([, text], id) => `<a:r><a:rPr><a:hlinkClick r:id="r${id}"/></a:rPr><a:t>${text}</a:t></a:r>`,
    );
    const shapes = `<p:sp><p:ph type="title"/><a:p><a:r><a:t>${title}</a:t></a:r></a:p></p:sp><p:sp><a:p>${runs.join('')}</a:p></p:sp>`;
    const relations = links.map(
      ([href], id) => `<Relationship Id="r${id}" Type="x/hyperlink" Target="${href}" TargetMode="External"/>`,
    );
    return [
      { name: `ppt/slides/slide${index + 1}.xml`, text: `<p:sld>${shapes}</p:sld>` },
      {
        name: `ppt/slides/_rels/slide${index + 1}.xml.rels`,
        text: `<Relationships>${relations.join('')}</Relationships>`,
      },
    ];
  });
  return zip([{ name: '[Content_Types].xml', text: '<Types/>' }, ...parts]);
}
