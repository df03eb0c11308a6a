import { access, constants, readFile, stat } from 'node:fs/promises';
import type { z } from 'zod';
import { errorCode, systemErrorReason } from '../kit/trouble/system-error.js';
import type { Config } from '../model/config.js';
import type { Problem } from '../model/problem.js';
import { pathOfFile } from '../kit/urls/file-url.js';
import { parseConfig, type ConfigInput, type FileToFind, type SeedToFind } from './parse.js';

/**
 * A configuration, `null` if nothing can be made of what was said; and everything that is wrong with it or with files it names.
 */
export interface LoadedConfig<T> {
  readonly config: T | null;
  readonly problems: readonly Problem[];
  /** The files among those that cannot be read: of them everything is said. */
  readonly unreadable: readonly string[];
}

/**
 * The configuration of a run: its file read, its variables put in, seeds and overrides applied, the files it names made
 * absolute and looked for. Never rejects.
 */
export async function loadConfig<T extends Config>(
  input: ConfigRequest,
  schema: z.ZodType<T>,
): Promise<LoadedConfig<T>> {
  const { text, problems: unread } = await findText(input);
  const { config, problems, read, written, seeds } = parseConfig({ ...input, text }, schema);
  const { writingTrouble = noTrouble } = input;
  const [lost, unreadable, unwritable] = await Promise.all([
    Promise.all(seeds.map(seedProblem)),
    findTroubles(read, readingTrouble),
    findTroubles(written, writingTrouble),
  ]);
  const all = [
    ...unread,
    ...problems,
    ...lost.flat(),
    ...unreadable.map((found) => tellTrouble(found, 'read')),
    ...unwritable.map((found) => tellTrouble(found, 'written')),
  ];
  return {
    config: unread.length > 0 ? null : config,
    problems: all,
    unreadable: unreadable.map(({ file }) => file),
  };
}

/** As `ConfigInput`, but the text may be left out: then it is read from the file, or empty if there is none. */
export interface ConfigRequest extends Omit<ConfigInput, 'text'> {
  readonly text?: string;
  /** Why a file could not be written, `null` if it can; left out where the files that are named are not to be written. */
  readonly writingTrouble?: Trouble;
}

const noTrouble = (): Promise<null> => Promise.resolve(null);

type Trouble = (file: string) => Promise<string | null>;

interface Useless extends FileToFind {
  readonly trouble: string;
}

async function findTroubles(files: readonly FileToFind[], troubleOf: Trouble): Promise<readonly Useless[]> {
  const found = files.map(async (file): Promise<readonly Useless[]> => {
    const trouble = await troubleOf(file.file);
    return trouble === null ? [] : [{ ...file, trouble }];
  });
  return (await Promise.all(found)).flat();
}

function tellTrouble(
  { file, place, name, isPublic, advice, trouble }: Useless,
  use: 'read' | 'written',
): Problem {
  const message = `${name} names a file that cannot be ${use}: ${trouble}`;
  const hint = [...(isPublic ? [file] : []), ...(advice === undefined ? [] : [advice])].join('; ');
  return { place, message, ...(hint === '' ? {} : { hint }) };
}

const pipedIn = 'to check what is piped in, give "-"';

/** What is wrong with a seed that is to be a file or folder. */
async function seedProblem({ url, place, name, absence }: SeedToFind): Promise<readonly Problem[]> {
  const path = pathOfFile(url) ?? '';
  try {
    const found = await stat(path);
    if (!found.isFile() && !found.isDirectory())
      return [{ place, message: `${name} is neither a file nor a folder`, hint: pipedIn }];
    await access(path, found.isFile() ? constants.R_OK : constants.R_OK | constants.X_OK);
    return [];
  } catch (error) {
    if (absent.has(errorCode(error) ?? '')) return [absence];
    return [{ place, message: `${name} cannot be read: ${systemErrorReason(error)}` }];
  }
}

const absent: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ERR_INVALID_ARG_VALUE', 'ENAMETOOLONG']);

interface FoundText {
  readonly text: string;
  readonly problems: readonly Problem[];
}

async function findText({ text, file }: ConfigRequest): Promise<FoundText> {
  if (text !== undefined) return { text, problems: [] };
  return file === undefined ? { text: '', problems: [] } : readText(file);
}

async function readText(file: string): Promise<FoundText> {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)), problems: [] };
  } catch (error) {
    const message = `the configuration cannot be read: ${systemErrorReason(error)}`;
    return { text: '', problems: [{ place: { file }, message }] };
  }
}

/** Looks without opening: a named pipe could be read only once. */
async function readingTrouble(file: string): Promise<string | null> {
  try {
    if ((await stat(file)).isDirectory()) return 'it is a folder';
    await access(file, constants.R_OK);
    return null;
  } catch (error) {
    return systemErrorReason(error);
  }
}
