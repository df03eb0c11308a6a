import type { Recorder } from '../../model/recorder.js';
import { searchAddress, planQueries } from '../../tasks/searching/queries.js';
import type { KeptLists } from './kept-lists.js';
import { taskTablesOf } from '../reading/task-tables.js';

/** What a walk has to look for besides what pages lead to. */
export interface TaskPlan {
  /** Where lists say that documents are. */
  readonly documents: readonly string[];
  /** What to ask portals' own searches for; to be read after the pages, since some of them name documents. */
  readonly searches: Iterable<string>;
  /** The same recorder, watched for task tables. */
  readonly watch: (recorder: Recorder) => Recorder;
}

/** Plans what to ask for, by what the lists name. */
export function planTasks(
  { lists, searches }: KeptLists,
  sources: readonly { readonly id: string }[],
): TaskPlan {
  const expected = lists.flatMap(({ rows }) => rows.flatMap((row) => row.documents));
  const titles = new Set(expected.map(({ title }) => title));
  const portals = new Map(sources.map(({ id }) => [id, id]));
  return {
    documents: [...new Set(expected.flatMap(({ url }) => url ?? []))],
    searches: {
      *[Symbol.iterator]() {
        for (const template of Object.values(searches))
          for (const query of planQueries(titles)) {
            const address = searchAddress(template, query);
            if (address !== null) yield address;
          }
      },
    },
    watch: (recorder) => ({
      ...recorder,
      record: (resource, ...rest) => {
        for (const { documents } of taskTablesOf(resource, portals))
          for (const { title } of documents) titles.add(title);
        recorder.record(resource, ...rest);
      },
    }),
  };
}
