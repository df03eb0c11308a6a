import { stat } from 'node:fs/promises';
import pLimit from 'p-limit';
import { pathOfFile, standardInput } from '../../kit/urls/file-url.js';
import { outside } from '../../kit/trouble/refusals.js';
import { errorCode } from '../../kit/trouble/system-error.js';
import type { Fetch, FetchRequest } from '../../model/fetch.js';
import { askForFolder, createSiteFinder, findIndex, folderType, listFolder } from './folders.js';
import { isLoose, kindOfFile } from './kinds.js';
import { createWhereabouts, type Whereabouts } from './whereabouts.js';
import { readFile } from './read-file.js';
import { leadingTo, notOpened, opened, withBody, type Told } from './told.js';

/** Which files may be asked for, and how much of them is read. */
export interface FilesOptions {
  /** URLs of the files and folders that the user named. */
  readonly named: readonly string[];
  /** Bytes of a text. */
  readonly maxBody: number;
  /** A link may leave out the `.html` of a page, as many servers let it. */
  readonly cleanUrls: boolean;
  /** What is piped in; `null` if there is nothing. */
  readonly input: ((most: number, signal: AbortSignal) => Promise<Uint8Array>) | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Bytes of a document, which is of use only as a whole. */
const maxDocument = 104_857_600;

/**
 * Answers for files as a server would, so that nothing behind it needs to know: a folder leads to its index, and what has not
 * changed is not sent again. A named folder itself, without a slash, is the list of its files. Only named files are opened, and
 * what really lies in a named folder, whatever symbolic links say; devices and pipes never are. Of what really lies in the folder
 * of a named file it is told that it is there, and no more. In a folder that holds HTML, a text is no page, as on any site.
 * Rejects only with the reason of an aborted signal.
 */
export function createFiles({ named, maxBody, cleanUrls, input, now }: FilesOptions): Fetch {
  const whereIs = createWhereabouts(named);
  const isSite = createSiteFinder();
  // They are held in memory whole.
  const inTurn = pLimit(1);

  const answer = async (request: FetchRequest, signal: AbortSignal): Promise<Told> => {
    const { url } = request;
    if (url === standardInput && named.includes(url))
      return input === null ? notOpened('ENOENT') : piped(await input(maxBody, signal), maxBody);
    const path = pathOfFile(url);
    if (path === null || path.includes('\0')) return notOpened('ENOENT');
    try {
      const found = await whereIs(url, path);
      return found === null ? notOpened(outside) : await look(request, path, found);
    } catch (error) {
      const page = await unendedPage(url, path);
      if (page === null) throw error;
      return leadingTo(page);
    }
  };
  /** The page whose `.html` a link leaves out; `null` if there is none. */
  const unendedPage = async (url: string, path: string): Promise<string | null> => {
    if (!cleanUrls || url.endsWith('/')) return null;
    const found = await whereIs(`${url}.html`, `${path}.html`).catch(() => null);
    return found === null ? null : `${url}.html`;
  };
  const look = async (request: FetchRequest, path: string, { real, root }: Whereabouts): Promise<Told> => {
    const { url } = request;
    const found = await stat(real);
    if (!found.isDirectory() && !found.isFile()) return notOpened('NOT_A_FILE');
    const kind = kindOfFile(real);
    if (root === null)
      return found.isFile() ? opened(200, kind.type, { length: found.size }) : opened(200, folderType);
    if (found.isDirectory()) {
      if (named.includes(url)) return listFolder(real);
      const page = await unendedPage(url, path);
      if (page !== null && (await findIndex(real)) === null) return leadingTo(page);
      return askForFolder(url, real, () => isSite(root));
    }
    if (kind.read === 'document')
      return inTurn(() => readFile(request, real, Math.max(maxBody, maxDocument)));
    const isRead = real === root || !isLoose(kind) || !(await isSite(root));
    return readFile(isRead ? request : { ...request, appetite: 'none' }, real, maxBody);
  };
  return async (request, signal) => {
    signal.throwIfAborted();
    const at = now();
    const told = await answer(request, signal).catch((error: unknown) =>
      notOpened(errorCode(error) ?? 'EIO'),
    );
    signal.throwIfAborted();
    const { outcome } = told;
    const result = outcome.kind === 'failed' ? outcome.cause : outcome.status;
    return {
      ...told,
      attempt: { at, took: now() - at, method: request.method, result },
      charset: null,
      linkHeader: null,
      refreshHeader: null,
      retryAfter: null,
    };
  };
}

function piped(bytes: Uint8Array, most: number): Told {
  const flaw = bytes.length > most ? 'too-large' : null;
  const body = { bytes: bytes.subarray(0, most), complete: flaw === null, tail: null };
  return withBody(opened(200, ''), body, flaw);
}
