import { constants } from 'node:fs';
import { access, open, readFile, readlink, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { replaceFile } from '../../app/files/replace-file.js';
import { draftBeside, findOutputFile } from '../../app/files/output-file.js';
import { errorCode, systemErrorReason } from '../../kit/trouble/system-error.js';
import type { Problem } from '../../model/problem.js';
import type { Reporter, Style } from '../../model/report.js';

/** Why a file could not be written; `null` if it can. Leaves no trace. */
export async function writingTrouble(file: string): Promise<string | null> {
  try {
    const output = findOutputFile(file);
    if (output.kind === 'folder') return 'it is a folder';
    if (output.kind !== 'new') await access(output.path, constants.W_OK);
    if (output.kind === 'special') return null;
    const probe = draftBeside(output.path);
    await (await open(probe, 'wx')).close();
    await unlink(probe);
    return null;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') return systemErrorReason(error);
    const named = await readlink(file).catch(() => file);
    return `there is no folder "${dirname(named)}"`;
  }
}

const mostEarlier = 8 * 1024 ** 2;

const plain: Style = { colour: false, width: null };

/** Renders into a file. Rejects with the system's error if that cannot be written. */
export async function renderInto<Subject>(
  file: string,
  { continues, render }: Reporter<Subject>,
  subject: Subject,
): Promise<void> {
  const earlier = continues === true ? await readEarlier(file) : undefined;
  await writeOutput(file, render(subject, plain, earlier));
}

/** The text of a file that is about to be rewritten; empty if there is none, or if it is too large or cannot be read. */
async function readEarlier(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    return size > mostEarlier ? '' : await readFile(file, 'utf8');
  } catch {
    return '';
  }
}

/** Writes a file as `replaceFile` does, a symbolic link followed to what it names. Rejects with the system's error. */
export async function writeOutput(file: string, text: string): Promise<void> {
  const output = findOutputFile(file);
  // A pipe opens only when somebody reads it, and Ctrl-C has to work until then.
  if (output.kind === 'special') await writeFile(output.path, text);
  else replaceFile(output, text);
}

/** What is written where, and what to do if it cannot be. */
interface Writing {
  /** With its article, as a sentence starts with it: `the report`. */
  readonly what: string;
  /** A file, or `stdout`. */
  readonly where: string;
  readonly hint?: string;
}

/** Does the work of writing. A failure becomes a problem, so that the rest can still be written. */
export async function tryToWrite(
  { what, where, ...hint }: Writing,
  work: () => Promise<void>,
): Promise<readonly Problem[]> {
  try {
    await work();
    return [];
  } catch (error) {
    const message = `${what} cannot be written: ${systemErrorReason(error)}`;
    return [{ place: { file: where }, message, ...hint }];
  }
}
