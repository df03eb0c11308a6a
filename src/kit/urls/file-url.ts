import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decodePercent } from './url-path.js';
import { identify, identifyHref, parseUrl } from './url.js';

const localScheme = 'file:///';
const shares = 'file:////';

/** What is piped in, as if it were a file. */
export const standardInput = 'file:///dev/stdin';

/** Whether an absolute URL, as `identifyFile` spells it, is that of a file of this machine. */
export function isFileUrl(url: string): boolean {
  return url.startsWith(localScheme);
}

/** The one spelling of a file's URL, without query and fragment; `null` for what is no file of this machine. */
export function identifyFile(href: string): string | null {
  const url = parseUrl(href);
  if (url?.protocol !== 'file:' || url.hostname !== '') return null;
  url.search = '';
  return identify(url);
}

/** The identity of where something found at `from` leads: only a file leads to files. */
export function identifyFrom(from: string, href: string): string | null {
  return identifyHref(href) ?? (isFileUrl(from) ? identifyFile(href) : null);
}

/** Whether something at one URL can lead to another: nothing but a file leads to a file. */
export function mayLead(from: string, to: string): boolean {
  return isFileUrl(from) || !isFileUrl(to);
}

/** The folder in which all of these files lie, with its last slash. */
export function commonFolder([first = '', ...others]: readonly string[]): string {
  const folders = first.split('/').slice(0, -1);
  const isShared = (depth: number): boolean =>
    others.every((url) => url.startsWith(`${folders.slice(0, depth).join('/')}/`));
  let depth = folders.length;
  while (depth > 3 && !isShared(depth)) depth--;
  return `${folders.slice(0, depth).join('/')}/`;
}

/** The root of the file system, or of a drive of Windows: without its slash it would be another folder. */
const isRoot = /^file:\/\/\/(?:[a-z]:\/)?$/i;

/**
 * The URL of a file or folder, by its absolute path; one name for it, with or without a slash at its end. A folder that Windows
 * shares, `\\server\share`, becomes one of this machine, `file:////server/share`. A drive has one name, `C:`, however it was
 * typed.
 */
export function urlOfFile(path: string): string {
  const named = path.replace(/^[a-z](?=:)/, (drive) => drive.toUpperCase());
  const url = identify(pathToFileURL(named)).replace(/^file:\/\/(?!\/)/, shares);
  return isRoot.test(url) ? url : url.replace(/\/+$/, '');
}

/** The path of a file's URL; `null` if no path can be made of it. */
export function pathOfFile(url: string): string | null {
  try {
    return fileURLToPath(url.startsWith(shares) && sep === '\\' ? url.replace(shares, 'file://') : url);
  } catch {
    return null;
  }
}

/** Whether a file is a named one, or lies in it if that is a folder. */
export function isWithin(url: string, named: string): boolean {
  if (!url.startsWith(named)) return false;
  const rest = url.slice(named.length);
  return rest === '' || rest.startsWith('/') || named.endsWith('/');
}

/** The folder in which a file or folder lies, with its last slash. */
export function folderOf(url: string): string {
  return url.slice(0, url.lastIndexOf('/') + 1);
}

/** What would be misread, or not be seen, in a name. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** The same plain data, with the URLs in it of files that lie in `folder`, or in one of `named`, as people name files. */
export function nameFiles<Value>(value: Value, folder: string, named: readonly string[]): Value {
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  const name = (url: string): string => {
    if (url === standardInput) return 'stdin';
    const isInside = url.startsWith(base);
    if (!isInside && !named.some((one) => isWithin(url, one))) return url;
    const path = isInside ? url.slice(base.length) || './' : absolutePath(url);
    const readable = decodePercent(path);
    return unseen.test(readable) ? path : readable;
  };
  return mapTexts(value, (text) =>
    text.includes(localScheme) ? text.replace(/file:\/\/\/[^\s"<>]*/g, name) : text,
  ) as Value;
}

/** With slashes, which Windows takes as well; a drive stands without one before it. */
function absolutePath(url: string): string {
  return url.slice(localScheme.length - 1).replace(/^\/(?=[a-z]:\/)/i, '');
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each, change)]));
}
