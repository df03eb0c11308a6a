import { z } from 'zod';
import { glossarySchema, type GlossaryConfig } from '../../model/config.js';
import type { Problem } from '../../model/problem.js';
import type { Recorder } from '../../model/recorder.js';
import type { Json } from '../../model/resource.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { TaskRow } from '../../model/task.js';
import { problemSchema, rowSchema } from '../../model/task-list-schema.js';

/** A list that the configuration names, as it was at the time of a run. */
export interface ReadList {
  /** Its file or address, secrets redacted. */
  readonly name: string;
  readonly rows: readonly TaskRow[];
  /** What of it could not be read: all of it, if there are no rows. */
  readonly problems: readonly Problem[];
  /** Nothing could be read of it: its rows are those of the last run that could, which began then, milliseconds since 1970. */
  readonly recalledFrom?: number;
}

/** What a run was told of tasks. */
export interface KeptLists {
  readonly lists: readonly ReadList[];
  /** Laid over the matcher's own. */
  readonly glossary: GlossaryConfig;
  /** Search page of each source that has one, with `{query}` in it, by the source's id. */
  readonly searches: Readonly<Record<string, string>>;
}

export const nothingKept: KeptLists = { lists: [], glossary: {}, searches: {} };

/** The name of the note that holds it. */
const noteName = 'task-lists';
const mostProblems = 1000;

const keptSchema = z.object({
  lists: z.array(
    z.object({
      name: z.string(),
      rows: z.array(rowSchema),
      problems: z.array(problemSchema),
      recalledFrom: z.number().exactOptional(),
    }),
  ),
  glossary: glossarySchema,
  searches: z.record(z.string(), z.string()),
});

/** Keeps lists with a run, so that it can be asked about tasks ever after. */
export function keepLists(recorder: Pick<Recorder, 'note'>, { lists, ...others }: KeptLists): void {
  const bounded = lists.map(({ problems, ...list }) => ({
    ...list,
    problems: problems.slice(0, mostProblems),
  }));
  recorder.note(noteName, toJson({ lists: bounded, ...others }));
}

/** What was kept with a run; nothing, if an older version walked it. */
export function keptLists(snapshot: Pick<Snapshot, 'note'>): KeptLists {
  const parsed = keptSchema.safeParse(snapshot.note(noteName));
  return parsed.success ? parsed.data : nothingKept;
}

function toJson(value: object): Json {
  return z.json().parse(JSON.parse(JSON.stringify(value)));
}
