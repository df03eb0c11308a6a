import { createScope } from '../../crawl/scope/scope.js';
import { redactUrl } from '../../kit/urls/redact.js';
import type { Answer } from '../../model/fetch.js';
import type { Problem } from '../../model/problem.js';
import type { ColumnMapping } from '../../model/task.js';
import type { LoadedSecrets } from '../../sources/credentials/secrets.js';
import type { Web } from '../../sources/web.js';
import { readTaskList } from '../../tasks/list/read-task-list.js';
import { listLimits } from '../../tasks/readers/table.js';
import type { FullConfig } from '../context/config.js';
import { openWeb } from '../web/open-web.js';
import type { World } from '../context/world.js';
import type { ReadList } from './kept-lists.js';

/** One list that the configuration names. */
export interface NamedList {
  readonly location: string;
  readonly mapping: ColumnMapping;
}

/** Fetches lists one after the other, each with the credentials of the source it lies in. */
export async function fetchLists(
  lists: readonly NamedList[],
  config: FullConfig,
  secrets: LoadedSecrets,
  world: World,
): Promise<readonly ReadList[]> {
  if (lists.length === 0) return [];
  const limits = { ...config.limits, maxBody: listLimits.bytes + 1 };
  const web = openWeb({ ...config, limits }, secrets, world);
  try {
    const fetched: ReadList[] = [];
    for (const list of lists) fetched.push(await fetchList(list, web, config, world));
    return fetched;
  } finally {
    await web.close();
  }
}

async function fetchList(
  { location, mapping }: NamedList,
  web: Web,
  { sources, limits }: FullConfig,
  { signal }: World,
): Promise<ReadList> {
  const name = redactUrl(location);
  const scope = createScope(sources);
  const request = {
    url: location,
    method: 'GET',
    source: scope.sourceOf(location)?.id ?? null,
    appetite: 'whole',
  } as const;
  let answer: Answer | null = null;
  for (let tries = 0; tries <= limits.retries && !isRead(answer); tries++)
    answer = (await unlessStopped(signal, () => web.follow(request, signal, () => true)))?.answer ?? null;
  if (answer === null || !isRead(answer)) return { name, rows: [], problems: [unreadable(name, answer)] };
  const { tasks, problems } = readTaskList({
    name,
    bytes: answer.body?.bytes ?? new Uint8Array(),
    contentType: answer.outcome.kind === 'fetched' ? answer.outcome.contentType : '',
    mapping,
  });
  return { name, rows: tasks, problems };
}

function isRead(answer: Answer | null): boolean {
  return answer?.outcome.kind === 'fetched' && answer.outcome.status === 200;
}

function unreadable(file: string, answer: Answer | null): Problem {
  return {
    place: { file },
    message: `the list cannot be fetched: ${reasonOf(answer)}`,
  };
}

function reasonOf(answer: Answer | null): string {
  if (answer === null) return 'the run was stopped first';
  const { outcome } = answer;
  if (outcome.kind === 'failed') return `${outcome.cause} (${outcome.detail})`;
  return outcome.location === null ? `status ${outcome.status}` : 'it redirects too often';
}

async function unlessStopped<Value>(signal: AbortSignal, act: () => Promise<Value>): Promise<Value | null> {
  try {
    return await act();
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}
