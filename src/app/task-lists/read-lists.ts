import { open } from 'node:fs/promises';
import { redactUrl } from '../../kit/urls/redact.js';
import { systemErrorReason } from '../../kit/trouble/system-error.js';
import type { GlossaryConfig, TaskListConfig } from '../../model/config.js';
import { describeProblem, SetupError } from '../../model/problem.js';
import type { LoadedSecrets } from '../../sources/credentials/secrets.js';
import { readTaskList } from '../../tasks/list/read-task-list.js';
import { listLimits } from '../../tasks/readers/table.js';
import type { FullConfig } from '../context/config.js';
import type { World } from '../context/world.js';
import { fetchLists, type NamedList } from './fetch-lists.js';
import { readGlossary } from './glossary.js';
import type { KeptLists, ReadList } from './kept-lists.js';
import { isLost } from './recall-lists.js';

/** What is told of tasks by files of this machine. */
export interface FileLists {
  readonly lists: readonly ReadList[];
  readonly glossary: GlossaryConfig;
}

/** Reads the lists and the glossary that are files. Rejects with a `SetupError` for a file of which nothing can be used. */
export async function readFileLists({ tasks, glossary }: FullConfig): Promise<FileLists> {
  const named = tasks.map(nameList).filter((list) => !isAddress(list));
  const lists = await Promise.all(named.map(readFileList));
  const { words, problems: unusable } = await readGlossary(glossary);
  const lost = lists.filter(isLost);
  const problems = [...lost.flatMap((list) => list.problems), ...unusable];
  if (problems.length > 0) throw new SetupError(problems);
  return { lists, glossary: words };
}

/**
 * Every list that the configuration names: beside those that were files, those that are fetched over the web. One that cannot be
 * read is the web's trouble, and only its problems are kept.
 */
export async function completeLists(
  files: FileLists,
  config: FullConfig,
  secrets: LoadedSecrets,
  world: World,
): Promise<KeptLists> {
  const named = config.tasks.map(nameList).filter(isAddress);
  const fetched = await fetchLists(named, config, secrets, world);
  const lists = [...files.lists, ...fetched];
  for (const list of lists) remarkOn(list, world);
  return { lists, glossary: files.glossary, searches: searchesOf(config) };
}

function nameList(list: TaskListConfig): NamedList {
  return typeof list === 'string'
    ? { location: list, mapping: {} }
    : { location: list.list, mapping: list.columns };
}

function isAddress({ location }: NamedList): boolean {
  return /^https?:\/\//i.test(location);
}

async function readFileList({ location, mapping }: NamedList): Promise<ReadList> {
  try {
    const { tasks, problems } = readTaskList({
      name: location,
      bytes: await readSome(location, listLimits.bytes + 1),
      mapping,
    });
    return { name: location, rows: tasks, problems };
  } catch (error) {
    const message = `the list cannot be read: ${systemErrorReason(error)}`;
    return { name: location, rows: [], problems: [{ place: { file: location }, message }] };
  }
}

/** The start of a file: a device or a film that is named by mistake must not fill the memory. */
async function readSome(file: string, most: number): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of handle.createReadStream({ end: most - 1, autoClose: false })) {
      if (!(part instanceof Uint8Array)) continue;
      parts.push(part);
      length += part.length;
    }
    return Buffer.concat(parts, length);
  } finally {
    await handle.close();
  }
}

const shownProblems = 20;

/** Rows that cannot be read are told to whoever runs the tool, too; the others are used. */
function remarkOn({ name, problems }: ReadList, { log }: Pick<World, 'log'>): void {
  for (const problem of problems.slice(0, shownProblems)) log.remark(describeProblem(problem));
  const left = problems.length - shownProblems;
  if (left > 0) log.remark(`${name}: ${left} more problems; the report has all of them`);
}

function searchesOf({ sources }: FullConfig): Readonly<Record<string, string>> {
  return Object.fromEntries(
    sources.flatMap(({ id, search }) => (search === undefined ? [] : [[id, redactUrl(search)]])),
  );
}
