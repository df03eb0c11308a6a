import { rememberLatest } from '../../kit/remember-latest.js';
import { latin1 } from '../../kit/text/latin1.js';
import type { Observation } from '../../model/verdict.js';
import type { Body } from '../../model/fetch.js';
import {
  claimsOf,
  expectedKind,
  isHtml,
  kindOfFolder,
  type Claims,
  type Container,
  type DocumentKind,
} from './document-kinds.js';
import { examineZip } from './zip.js';

/** What a document's bytes turned out to be. */
export interface Examination {
  readonly claims: Claims;
  /** By the first bytes; `null` if they are unknown. */
  readonly container: Container | 'html' | null;
  /** The kind the bytes show; `null` if they do not tell. */
  readonly actual: DocumentKind | null;
  /** What is wrong inside. */
  readonly damage: Damage | null;
  readonly protection: Protection | null;
}

export const damages = ['no-directory', 'no-content-types', 'no-end'] as const;
export type Damage = (typeof damages)[number];
export const protections = ['encrypted', 'rights'] as const;
export type Protection = (typeof protections)[number];

const headLength = 4096;
const tailLength = 66_000;
/** Examines a body that is expected to be a document, once for all rules; `null` if it is not expected to be, or is empty. */
export const examine = rememberLatest(({ url, answer, body }: Observation): Examination | null => {
  if (answer.status < 200 || answer.status > 299 || body.bytes.length === 0) return null;
  const claims = claimsOf(url, answer);
  const expected = expectedKind(claims);
  if (expected === null) return null;
  const head = latin1(body.bytes.subarray(0, headLength));
  const container = containerOf(head) ?? richText(head, expected) ?? webPage(head, answer.contentType);
  const findings = inspect(container, head, body, expected);
  return { claims, container, actual: null, damage: null, protection: null, ...findings };
});

function containerOf(head: string): Examination['container'] {
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip';
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'ole';
  // Readers accept up to a kilobyte of anything before the header (ISO 32000-1, Annex H).
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  return /^[\s\S]{4}(ftyp|moov|mdat|wide|free|skip)/.test(head) ? 'mp4' : null;
}

/** Word saves RTF under the ending of its older format, and opens it as such. */
function richText(head: string, { container }: DocumentKind): Container | null {
  return container === 'ole' && head.startsWith('{\\rtf') ? 'ole' : null;
}

/** How a page may begin, as browsers decide it (WHATWG MIME Sniffing §7.1), also after a comment. */
const beginning =
  /^(\xef\xbb\xbf)?\s*(<!--[\s\S]{0,500}?-->\s*)?<(!doctype\s+html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|meta|link)[\s>]/i;
/** Bytes that no text has, in UTF-8 and its like (WHATWG MIME Sniffing §3). */
const binary = /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]/;
const utf16 = /^(\xff\xfe|\xfe\xff)/;

/** What is declared as a page is one, as long as it is text: many viewers and notices have no `<html>`. */
function webPage(head: string, contentType: string): 'html' | null {
  if (beginning.test(head)) return 'html';
  return isHtml(contentType) && (utf16.test(head) || !binary.test(head)) ? 'html' : null;
}

function inspect(
  container: Examination['container'],
  head: string,
  body: Body,
  expected: DocumentKind,
): Partial<Examination> {
  switch (container) {
    case 'zip':
      return inspectZip(endOf(body), head, expected);
    case 'pdf':
      return inspectPdf(endOf(body));
    case 'ole':
      return inspectOle(body, expected);
    case 'mp4':
    case 'html':
    case null:
      return {};
  }
}

function inspectZip(end: string | null, head: string, expected: DocumentKind): Partial<Examination> {
  if (end === null) return { actual: kindOfFolder((folder) => head.includes(folder)) };
  const { directory, whole, encrypted } = examineZip(end);
  if (directory === null) return { damage: 'no-directory' };
  const names = directory + head;
  const actual = kindOfFolder((folder) => names.includes(folder));
  const protection = encrypted ? 'encrypted' : null;
  const lacks = whole && expected.folder !== null && !names.includes('[Content_Types].xml');
  return { actual, protection, damage: lacks && actual === null ? 'no-content-types' : null };
}

function inspectPdf(end: string | null): Partial<Examination> {
  if (end === null) return {};
  const protection = /\/Encrypt\b/.test(end) ? 'encrypted' : null;
  return { protection, damage: end.includes('startxref') || end.includes('%%EOF') ? null : 'no-end' };
}

/** The newer formats are put into the older container when they are encrypted ([MS-OFFCRYPTO] 2.3.4.1); its streams say how. */
function inspectOle({ bytes, tail }: Body, expected: DocumentKind): Partial<Examination> {
  if (expected.container === 'ole') return {};
  const streams = (latin1(bytes.subarray(0, 1_048_576)) + latin1(tail ?? new Uint8Array())).replaceAll(
    '\0',
    '',
  );
  if (/DRMEncrypted|DRMContent|DRMTransform/.test(streams)) return { protection: 'rights' };
  return /EncryptedPackage|EncryptionInfo/.test(streams) ? { protection: 'encrypted' } : {};
}

/** The end of a body, where it was read. */
function endOf({ bytes, complete, tail }: Body): string | null {
  if (complete) return latin1(bytes.subarray(-tailLength));
  return tail === null ? null : latin1(tail.subarray(-tailLength));
}
