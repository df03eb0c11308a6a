import { fileNameOf } from '../../kit/documents/content-disposition.js';
import type { Text } from '../../model/text.js';
import type { Fetched } from '../../model/resource.js';
import { decodePercent, pathOf } from '../../kit/urls/url-path.js';

/** What the bytes of a document are wrapped in. */
export type Container = 'zip' | 'pdf' | 'ole' | 'mp4';

/** A kind of document that partners download. */
export interface DocumentKind {
  readonly name: Text;
  readonly endings: readonly string[];
  readonly types: RegExp;
  readonly container: Container;
  /** The folder inside the zip that only this kind has; `null` if any zip will do. */
  readonly folder: string | null;
}

const kinds: readonly DocumentKind[] = [
  {
    name: { en: 'PowerPoint presentation', ja: 'PowerPoint プレゼンテーション' },
    endings: ['pptx', 'pptm', 'ppsx', 'potx'],
    types:
      /^application\/vnd\.(openxmlformats-officedocument\.presentationml|ms-powerpoint\.\w+\.macroenabled)/,
    container: 'zip',
    folder: 'ppt/',
  },
  {
    name: { en: 'Word document', ja: 'Word 文書' },
    endings: ['docx', 'docm', 'dotx'],
    types: /^application\/vnd\.(openxmlformats-officedocument\.wordprocessingml|ms-word\.\w+\.macroenabled)/,
    container: 'zip',
    folder: 'word/',
  },
  {
    name: { en: 'Excel workbook', ja: 'Excel ブック' },
    endings: ['xlsx', 'xlsm', 'xltx'],
    types: /^application\/vnd\.(openxmlformats-officedocument\.spreadsheetml|ms-excel\.\w+\.macroenabled)/,
    container: 'zip',
    folder: 'xl/',
  },
  {
    name: { en: 'Visio drawing', ja: 'Visio 図面' },
    endings: ['vsdx', 'vstx'],
    types: /^application\/vnd\.(ms-visio\.(drawing|template)|visio2013)/,
    container: 'zip',
    folder: 'visio/',
  },
  {
    name: { en: 'PDF', ja: 'PDF ファイル' },
    endings: ['pdf'],
    types: /^application\/(x-)?pdf$/,
    container: 'pdf',
    folder: null,
  },
  {
    name: { en: 'older Office document', ja: '旧形式の Office 文書' },
    endings: ['doc', 'xls', 'ppt', 'vsd', 'msg', 'mpp'],
    types: /^application\/(msword|vnd\.ms-(excel|powerpoint|outlook|project)|vnd\.visio)$/,
    container: 'ole',
    folder: null,
  },
  {
    name: { en: 'ZIP archive', ja: 'ZIP アーカイブ' },
    endings: ['zip'],
    types: /^application\/(x-)?zip(-compressed)?$/,
    container: 'zip',
    folder: null,
  },
  {
    name: { en: 'video', ja: '動画' },
    endings: ['mp4', 'm4v', 'mov'],
    types: /^video\/(mp4|quicktime|x-m4v)$/,
    container: 'mp4',
    folder: null,
  },
];

const byEnding = new Map(kinds.flatMap((kind) => kind.endings.map((ending) => [ending, kind])));

/** The kind a file name's ending stands for; `null` if it stands for no document. */
function kindOfName(name: string): DocumentKind | null {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? null : (byEnding.get(name.slice(dot + 1).toLowerCase()) ?? null);
}

/** The kind the last segment of a URL's path promises. */
export function kindOfUrl(url: string): DocumentKind | null {
  const path = pathOf(url);
  return kindOfName(decodePercent(path.slice(path.lastIndexOf('/') + 1)));
}

/** The kind a media type declares. */
function kindOfType(contentType: string): DocumentKind | null {
  return kinds.find(({ types }) => types.test(contentType)) ?? null;
}

/** The kind that has this folder inside its zip. */
export function kindOfFolder(holds: (folder: string) => boolean): DocumentKind | null {
  return kinds.find(({ folder }) => folder !== null && holds(folder)) ?? null;
}

/** What kinds an answer claims to be, apart from its bytes. */
export interface Claims {
  readonly address: DocumentKind | null;
  readonly type: DocumentKind | null;
  readonly disposition: DocumentKind | null;
}

/** What the address, the content type and the `Content-Disposition` say an answer is. */
export function claimsOf(url: string, { contentType, headers }: Fetched): Claims {
  const disposition = headers['content-disposition'];
  const name = disposition === undefined ? null : fileNameOf(disposition);
  return {
    address: kindOfUrl(url),
    type: kindOfType(contentType),
    disposition: name === null ? null : kindOfName(name),
  };
}

/** The kind an answer is expected to be: by its address first, since that is what people click; `null` for no document. */
export function expectedKind({ address, type, disposition }: Claims): DocumentKind | null {
  return address ?? disposition ?? type;
}

/** Whether a media type says "a web page". */
export function isHtml(contentType: string): boolean {
  return contentType === 'text/html' || contentType === 'application/xhtml+xml';
}
