import { escape } from '../markup.js';
import type { ZipEntry } from './zip.js';

/** A part of an Office Open XML package (ECMA-376): its path and, unless it is plain XML, its content type. */
export interface Part {
  readonly name: string;
  readonly contentType: string;
  readonly xml: string;
}

/** A relationship from one part to another: the type's last path segment and the target. */
type Relationship = readonly [type: string, target: string];

export const drawing = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
export const references = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The entries of a package with its title, in the order readers expect: content types first. */
export function openXmlPackage(
  title: string,
  main: string,
  parts: readonly Part[],
  relationships: Readonly<Record<string, readonly Relationship[]>> = {},
): readonly ZipEntry[] {
  return [
    { name: '[Content_Types].xml', text: contentTypes([...parts, coreProperties(title)]) },
    {
      name: '_rels/.rels',
      text: relate([
        ['officeDocument', main],
        ['metadata/core-properties', 'docProps/core.xml'],
      ]),
    },
    ...[...parts, coreProperties(title)].map(({ name, xml }) => ({ name, text: declaration + xml })),
    ...Object.entries(relationships).map(([part, targets]) => ({
      name: part.replace(/([^/]+)$/, '_rels/$1.rels'),
      text: relate(targets),
    })),
  ];
}

function coreProperties(title: string): Part {
  const namespaces = `xmlns:cp="${packageNamespace}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`;
  return {
    name: 'docProps/core.xml',
    contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
    xml: `<cp:coreProperties ${namespaces}><dc:title>${escape(title)}</dc:title></cp:coreProperties>`,
  };
}

function contentTypes(parts: readonly Part[]): string {
  const overrides = parts.map(
    ({ name, contentType }) => `<Override PartName="/${name}" ContentType="${contentType}"/>`,
  );
  const relationships = 'application/vnd.openxmlformats-package.relationships+xml';
  return [
    `${declaration}<Types xmlns="${packageNamespace}/content-types">`,
    `<Default Extension="rels" ContentType="${relationships}"/>`,
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...overrides,
    '</Types>',
  ].join('');
}

function relate(targets: readonly Relationship[]): string {
  const entries = targets.map(([type, target], index) => {
    // Without its mode a hyperlink would name a part of the package, and Office would refuse to open it.
    const mode = type === 'hyperlink' ? ' TargetMode="External"' : '';
    const namespace = type.startsWith('metadata/') ? `${packageNamespace}/relationships` : relationshipTypes;
    return `<Relationship Id="rId${index + 1}" Type="${namespace}/${type}" Target="${escape(target)}"${mode}/>`;
  });
  return `${declaration}<Relationships xmlns="${packageNamespace}/relationships">${entries.join('')}</Relationships>`;
}
