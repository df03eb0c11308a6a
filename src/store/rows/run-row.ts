import { z } from 'zod';
import type { Run, SourceFacts } from '../../model/snapshot.js';
import { byName, number, orNull, parse, text, texts } from '../database/cells.js';
import type { Database } from '../database/database.js';

/** A run and how many resources it recorded; `null` while they are not counted. */
interface StoredRun {
  readonly run: Run;
  readonly resources: number | null;
}

/** Replaces what the file says about its run. */
export function writeRun(database: Database, { run, resources }: StoredRun): void {
  database.execute('DELETE FROM run');
  database
    .prepare('INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(
      run.id,
      run.startedAt,
      run.endedAt,
      Number(run.complete),
      JSON.stringify(run.limitsReached),
      JSON.stringify(run.sources),
      Number(run.checkFragments),
      run.version,
      resources,
      JSON.stringify(run.options),
    );
}

/** What the file says about its run. Throws if it says nothing. */
export function readRun(database: Database): StoredRun {
  const row = database.prepare(`SELECT ${runColumns} FROM run`).get() ?? [];
  const [id, startedAt, endedAt, complete, limits, sources, checkFragments, version, resources, options] =
    row;
  return {
    run: {
      id: text(id),
      startedAt: number(startedAt),
      endedAt: orNull(endedAt, number),
      complete: number(complete) === 1,
      limitsReached: texts(limits),
      sources: sourcesSchema.parse(parse(sources)),
      checkFragments: number(checkFragments) === 1,
      version: text(version),
      options: byName(options),
    },
    resources: orNull(resources, number),
  };
}

/** In the order in which they are written and read here. */
const runColumns =
  'id, started_at, ended_at, complete, limits_reached, sources, check_fragments, version, resources, options';

const sourcesSchema: z.ZodType<readonly SourceFacts[]> = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    seeds: z.array(z.string()),
    library: z.boolean(),
  }),
);
