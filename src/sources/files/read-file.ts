import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { Body, FetchRequest } from '../../model/fetch.js';
import { kindOfFile } from './kinds.js';
import { opened, withBody, type Told } from './told.js';

/** Bytes of the start and the end of what is not read for links. */
const sampleSize = 65_536;

/** Reads as much of an ordinary file as is wanted of it, at most so many bytes; nothing if it is as it was. */
export async function readFile(
  { appetite, validators }: Pick<FetchRequest, 'appetite' | 'validators'>,
  path: string,
  most: number,
): Promise<Told> {
  // Between looking and opening it may have become a pipe, which would keep us waiting, or a link.
  const handle = await open(path, constants.O_RDONLY | flag('O_NONBLOCK') | flag('O_NOFOLLOW'));
  try {
    const { size, mtimeMs, mtime } = await handle.stat();
    const { type, read } = kindOfFile(path);
    const etag = `"${size.toString(16)}-${Math.round(mtimeMs).toString(16)}"`;
    const known = { headers: { etag, 'last-modified': mtime.toUTCString() }, length: size };
    if (validators?.etag === etag) return opened(304, type, known);
    if (appetite === 'none') return opened(200, type, known);
    const isWhole = read !== null || appetite === 'whole';
    const body = isWhole ? await readStart(handle, size, most) : await readEnds(handle, size);
    // What nobody knows by its name may be anything, and is no text if it is large.
    const flaw = isWhole && size > most && type !== '' ? 'too-large' : null;
    return withBody(opened(200, type, known), body, flaw);
  } finally {
    await handle.close();
  }
}

/** Windows has neither. */
function flag(name: 'O_NONBLOCK' | 'O_NOFOLLOW'): number {
  const flags: Readonly<Record<string, number | undefined>> = constants;
  return flags[name] ?? 0;
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
