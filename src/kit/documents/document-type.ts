import { fileNameOf } from './content-disposition.js';
import { decodePercent } from '../urls/url-path.js';

/** Kinds of documents that people put links into. `older`: what Office wrote before 2007. */
export type DocumentType = 'presentation' | 'word' | 'workbook' | 'pdf' | 'older';

/** What is said of a body before anybody has read it. */
interface Announced {
  readonly url: string;
  /** Media type in lower case; empty if not declared. */
  readonly contentType: string;
  /** The header `Content-Disposition`. */
  readonly disposition: string | null;
}

const endings: Readonly<Record<DocumentType, RegExp>> = {
  presentation: /\.(?:pptx|pptm|ppsx|ppsm|potx|potm)$/i,
  word: /\.(?:docx|docm|dotx|dotm)$/i,
  workbook: /\.(?:xlsx|xlsm|xltx|xltm)$/i,
  pdf: /\.pdf$/i,
  older: /\.(?:ppt|pps|pot|doc|dot|xls|xlt)$/i,
};
const mediaTypes: Readonly<Record<DocumentType, RegExp>> = {
  presentation:
    /^application\/vnd\.(?:openxmlformats-officedocument\.presentationml|ms-powerpoint\.\w+\.macroenabled)/,
  word: /^application\/vnd\.(?:openxmlformats-officedocument\.wordprocessingml|ms-word\.\w+\.macroenabled)/,
  workbook: /^application\/vnd\.(?:openxmlformats-officedocument\.spreadsheetml|ms-excel\.\w+\.macroenabled)/,
  pdf: /^application\/(?:x-)?pdf$/,
  older: /^application\/(?:msword|vnd\.ms-(?:excel|powerpoint))$/,
};
const types = ['presentation', 'word', 'workbook', 'pdf', 'older'] as const satisfies readonly DocumentType[];

const webPage = /^(?:text\/html|application\/xhtml\+xml)$/;

/**
 * The kind of document that a body is, by the name under which it is to be saved, its address, or else its media type: servers
 * that do not know the newer formats declare the older ones. `null` for none. What is declared as a web page is one: a viewer, or
 * a page that asks for a sign-in.
 */
export function documentTypeOf({ url, contentType, disposition }: Announced): DocumentType | null {
  if (webPage.test(contentType)) return null;
  const saved = disposition === null ? null : fileNameOf(disposition);
  return (
    (saved === null ? null : typeOfName(saved)) ??
    typeOfName(lastSegment(url)) ??
    types.find((type) => mediaTypes[type].test(contentType)) ??
    null
  );
}

function typeOfName(name: string): DocumentType | null {
  return types.find((type) => endings[type].test(name)) ?? null;
}

function lastSegment(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  return decodePercent(path.slice(path.lastIndexOf('/') + 1));
}
