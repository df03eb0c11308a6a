import { constants } from 'node:fs';
import { open, realpath, stat, type FileHandle } from 'node:fs/promises';
import { basename, sep } from 'node:path';
import pLimit from 'p-limit';
import { identifyFile, pathOfFile, standardInput } from '../../kit/file-url.js';
import { errorCode } from '../../kit/system-error.js';
import type { Answer, Body, Fetch, FetchRequest } from '../../model/fetch.js';
import type { Failed, Fetched, Flaw } from '../../model/resource.js';
import { kindOfFile } from './kinds.js';
import { listFiles } from './listing.js';

/** Which files may be asked for, and how much of them is read. */
export interface FilesOptions {
  /** URLs of the files and folders that the user named. */
  readonly named: readonly string[];
  /** Bytes of a text. */
  readonly maxBody: number;
  /** What is piped in; `null` if there is nothing. */
  readonly input: ((most: number, signal: AbortSignal) => Promise<Uint8Array>) | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The failure of a file that lies in nothing the user named. */
const outside = 'OUTSIDE';
/** The failure of a device or pipe. */
const notAFile = 'NOT_A_FILE';
/** Bytes of a document, which is of use only as a whole. */
const maxDocument = 104_857_600;
/** Bytes of the start and the end of what is not read for links. */
const sampleSize = 65_536;
/** What a folder shows to whoever asks for it. */
const indexes = ['index.html', 'index.htm', 'README.md'];

/**
 * Answers for files as a server would, so that nothing behind it needs to know: a folder leads to its index, and what has not
 * changed is not sent again. A named folder itself, without a slash, is the list of its files. Only named files are opened, and what
 * really lies in a named folder, whatever symbolic links say; devices and pipes never are. Rejects only with the reason of an
 * aborted signal.
 */
export function createFiles({ named, maxBody, input, now }: FilesOptions): Fetch {
  const roots = Promise.all(named.map(realRoot));
  // They are held in memory whole.
  const inTurn = pLimit(1);

  const answer = async (request: FetchRequest, signal: AbortSignal): Promise<Told> => {
    if (request.url === standardInput && named.includes(standardInput))
      return input === null ? missing('ENOENT') : piped(await input(maxBody + 1, signal), maxBody);
    const path = pathOfFile(request.url);
    if (path === null || path.includes('\0')) return missing('ENOENT');
    const real = await realpath(path);
    if (!(await roots).some((root) => root !== null && lies(real, root))) return missing(outside);
    const found = await stat(real);
    if (found.isDirectory()) return folderAt(request.url, real, named.includes(request.url));
    if (!found.isFile()) return missing(notAFile);
    const isLarge = kindOfFile(real).read === 'document';
    return isLarge
      ? inTurn(() => read(request, real, Math.max(maxBody, maxDocument)))
      : read(request, real, maxBody);
  };
  return async (request, signal) => {
    signal.throwIfAborted();
    const at = now();
    const told = await answer(request, signal).catch((error: unknown) => missing(errorCode(error) ?? 'EIO'));
    signal.throwIfAborted();
    return answerOf(request, told, at, now());
  };
}

/** What became of a request. */
interface Told {
  readonly outcome: Fetched | Failed;
  readonly location: string | null;
  readonly body: Body | null;
}

function answerOf(
  { method }: FetchRequest,
  { outcome, location, body }: Told,
  at: number,
  now: number,
): Answer {
  const result = outcome.kind === 'failed' ? outcome.cause : outcome.status;
  return {
    attempt: { at, took: now - at, method, result },
    outcome,
    location,
    charset: null,
    linkHeader: null,
    refreshHeader: null,
    body,
    retryAfter: null,
  };
}

function missing(detail: string): Told {
  return { outcome: { kind: 'failed', cause: 'file', detail }, location: null, body: null };
}

async function realRoot(url: string): Promise<string | null> {
  const path = pathOfFile(url);
  if (path === null) return null;
  return realpath(path).catch(() => null);
}

function lies(file: string, root: string): boolean {
  return file === root || file.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** A folder is no page: it leads to one, as a server would have it. */
async function folderAt(url: string, folder: string, isNamed: boolean): Promise<Told> {
  if (isNamed) return listingOf(folder);
  const bare = identifyFile(url.split('?', 1)[0] ?? url) ?? url;
  if (!bare.endsWith('/')) return redirectTo(`${bare}/`);
  for (const index of indexes) {
    const found = await stat(`${folder}${sep}${index}`).catch(() => null);
    if (found?.isFile() === true) return redirectTo(bare + index);
  }
  return missing('EISDIR');
}

function redirectTo(location: string): Told {
  return { outcome: { ...fetched(302, ''), location }, location, body: null };
}

/** The files of a folder, as RFC 2483 has lists of addresses: relative to the folder that holds it. */
async function listingOf(folder: string): Promise<Told> {
  const name = encodeURIComponent(basename(folder));
  const files = await listFiles(folder);
  const lines = files.map(
    (file) => `${['.', name, ...file.split('/').map(encodeURIComponent)].filter(isThere).join('/')}\n`,
  );
  const bytes = new TextEncoder().encode(`# ${basename(folder)}\n${lines.join('')}`);
  return withBody(fetched(200, 'text/uri-list'), { bytes, complete: true, tail: null }, null);
}

function isThere(segment: string): boolean {
  return segment !== '';
}

function piped(bytes: Uint8Array, most: number): Told {
  const flaw = bytes.length > most ? 'too-large' : null;
  const body = { bytes: bytes.subarray(0, most), complete: flaw === null, tail: null };
  return withBody(fetched(200, ''), body, flaw);
}

async function read({ appetite, validators }: FetchRequest, path: string, most: number): Promise<Told> {
  // Between looking and opening it may have become a pipe, which would keep us waiting, or a link.
  const handle = await open(path, constants.O_RDONLY | flag('O_NONBLOCK') | flag('O_NOFOLLOW'));
  try {
    const { size, mtimeMs, mtime } = await handle.stat();
    const { type, read: isRead } = kindOfFile(path);
    const etag = `"${size.toString(16)}-${Math.round(mtimeMs).toString(16)}"`;
    const headers = { etag, 'last-modified': mtime.toUTCString() };
    if (validators?.etag === etag) return told(304, type, headers, null);
    if (appetite === 'none') return told(200, type, headers, size);
    const isWhole = isRead !== null || appetite === 'whole';
    const body = isWhole ? await readStart(handle, size, most) : await readEnds(handle, size);
    const flaw = isWhole && !body.complete && size > most && type !== '' ? 'too-large' : null;
    return withBody({ ...fetched(200, type), headers, length: size }, body, flaw);
  } finally {
    await handle.close();
  }
}

function flag(name: 'O_NONBLOCK' | 'O_NOFOLLOW'): number {
  return constants[name] ?? 0;
}

async function readStart(handle: FileHandle, size: number, most: number): Promise<Body> {
  const bytes = await readAt(handle, 0, Math.min(size, most));
  return { bytes, complete: bytes.length === size, tail: null };
}

async function readEnds(handle: FileHandle, size: number): Promise<Body> {
  if (size <= 2 * sampleSize) return readStart(handle, size, size);
  const bytes = await readAt(handle, 0, sampleSize);
  return { bytes, complete: false, tail: await readAt(handle, size - sampleSize, sampleSize) };
}

async function readAt(handle: FileHandle, start: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

function told(status: number, type: string, headers: Fetched['headers'], length: number | null): Told {
  return { outcome: { ...fetched(status, type), headers, length }, location: null, body: null };
}

function withBody(outcome: Fetched, body: Body, flaw: Flaw | null): Told {
  return { outcome: { ...outcome, bytes: body.bytes.length, flaw }, location: null, body };
}

function fetched(status: number, contentType: string): Fetched {
  return {
    kind: 'fetched',
    status,
    location: null,
    contentType,
    length: null,
    bytes: 0,
    flaw: null,
    headers: {},
  };
}
