/** What a file is, by its name. */
export interface FileKind {
  /** Media type; empty if the name does not tell. */
  readonly type: string;
  /** `text` and `document`: it is read for links. */
  readonly read: 'text' | 'document' | null;
}

const endings: ReadonlyMap<string, FileKind> = new Map([
  ...kind('text', 'text/html', 'html htm'),
  ...kind('text', 'application/xhtml+xml', 'xhtml xht'),
  ...kind('text', 'text/markdown', 'md markdown mkd mdx'),
  ...kind('text', 'text/plain', 'txt text'),
  ...kind('text', 'text/csv', 'csv tsv'),
  ...kind('document', `${openXml()}.presentationml.presentation`, 'pptx pptm ppsx potx'),
  ...kind('document', `${openXml()}.wordprocessingml.document`, 'docx docm dotx'),
  ...kind('document', `${openXml()}.spreadsheetml.sheet`, 'xlsx xlsm xltx'),
  ...kind('document', 'application/pdf', 'pdf'),
  ...kind(null, 'text/css', 'css'),
  ...kind(null, 'text/javascript', 'js mjs'),
  ...kind(null, 'application/json', 'json map'),
  ...kind(null, 'application/xml', 'xml'),
  ...kind(null, 'image/svg+xml', 'svg'),
  ...kind(null, 'image/*', 'png jpg jpeg gif webp ico bmp avif'),
  ...kind(null, 'video/mp4', 'mp4 m4v mov'),
  ...kind(null, 'application/zip', 'zip'),
]);

function kind(read: FileKind['read'], type: string, names: string): readonly (readonly [string, FileKind])[] {
  return names.split(' ').map((ending) => [ending, { type, read }]);
}

function openXml(): string {
  return 'application/vnd.openxmlformats-officedocument';
}

/** The kind of a file, by the ending of its name. */
export function kindOfFile(name: string): FileKind {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return endings.get(ending) ?? { type: '', read: null };
}

/** Whether it is a text that stands by itself, and is no page of a site. */
export function isLoose({ type }: FileKind): boolean {
  return type === 'text/plain' || type === 'text/csv';
}

/** Whether a folder that holds it is a site. */
export function isWebPage({ type }: FileKind): boolean {
  return type === 'text/html' || type === 'application/xhtml+xml';
}
