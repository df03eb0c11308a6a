import { z } from 'zod';
import { parse } from '../database/cells.js';
import type { Database } from '../database/database.js';
import type { Mention } from './mentions.js';

const mentionsSchema = z.array(z.tuple([z.number(), z.string()]));

/** Prepares to add mentions, many to a row, since a row for each would cost more than the resources themselves. */
export function waitingWriter(database: Database): (mentions: readonly Mention[]) => void {
  const insert = database.prepare('INSERT INTO waiting VALUES (?)');
  return (mentions) => {
    if (mentions.length > 0) insert.run(JSON.stringify(mentions));
  };
}

/** Everything that pages lead to; some of it may have a row by now. */
export function readWaiting(database: Database): readonly Mention[] {
  const rows = database.prepare('SELECT mentions FROM waiting').all();
  return rows.flatMap(([mentions]) => mentionsSchema.parse(parse(mentions)));
}

/** Keeps only these. */
export function replaceWaiting(database: Database, mentions: readonly Mention[]): void {
  database.execute('DELETE FROM waiting');
  waitingWriter(database)(mentions);
}
