import { join } from 'node:path';
import type { Store } from '../../store/store.js';
import { noTallies, noteTally, talliesSchema, trendOf } from '../../history/trend.js';
import type { Report } from '../../model/report.js';
import { nameWalk } from '../runs/same-walk.js';
import { readKeptJson, writeKept } from './file.js';

/** Where the totals are kept in a store, and in what form. */
export const keptTallies = { name: 'trend.json', version: noTallies.version, schema: talliesSchema };

/** Sets the totals of a report beside those of the runs before, and remembers them if it is of tonight. */
export function addTrend({ directory }: Store, report: Report, isTonight: boolean): Report {
  const file = join(directory, keptTallies.name);
  const walk = nameWalk(report.run);
  const tallies = noteTally(readKeptJson(file, talliesSchema) ?? noTallies, walk, report);
  if (isTonight) writeKept(file, `${JSON.stringify(tallies)}\n`);
  const trend = trendOf(tallies, walk, report.run.id);
  return trend.length < 2 ? report : { ...report, trend: [...trend] };
}
