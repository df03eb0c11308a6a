import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, parse, sep } from 'node:path';

/**
 * The files that an operand with `*` or `?` in it stands for, in order of their names; the operand itself if there are none. The
 * shells of Windows leave this to programs, and others do if the operand is quoted. Hidden files have to be named.
 */
export async function expandWildcards(operand: string): Promise<readonly string[]> {
  if (!/[*?]/.test(operand) || /^[a-z][a-z0-9+.-]+:/i.test(operand)) return [operand];
  const { root } = parse(operand);
  const names = operand.slice(root.length).split(sep === '\\' ? /[\\/]+/ : /\/+/);
  let found: readonly string[] = [root];
  for (const name of names) found = (await Promise.all(found.map((folder) => step(folder, name)))).flat();
  const there = found.filter((file) => existsSync(file));
  return there.length === 0 ? [operand] : there;
}

/** Where one name of a path leads from a folder. */
async function step(folder: string, name: string): Promise<readonly string[]> {
  if (!/[*?]/.test(name)) return [join(folder, name)];
  const fits = expressionOf(name);
  const names = await readdir(folder === '' ? '.' : folder).catch(() => []);
  return names
    .filter((each) => fits.test(each) && (!each.startsWith('.') || name.startsWith('.')))
    .sort()
    .map((each) => join(folder, each));
}

/** Upper and lower case are one, as in Windows. */
function expressionOf(name: string): RegExp {
  const plain = name.replace(/[\\^$.+()[\]{}|]/g, '\\$&');
  return new RegExp(`^${plain.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'isu');
}
