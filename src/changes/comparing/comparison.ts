import type { Resource } from '../../model/resource.js';
import type { Earlier, Later } from '../runs.js';
import type { Alignment } from './align.js';
import type { FindTwins } from './twins.js';

/** The two runs, side by side and readable. */
export interface Comparison {
  readonly before: Earlier;
  readonly after: Later;
  readonly alignment: Alignment;
  readonly byName: FindTwins | undefined;
  /** Rows of the later run that older ones show to be nothing new, though the earlier did not know them. */
  readonly remembered?: ReadonlySet<number>;
  /** Rows of the earlier run that pages may still lead to, as older ones show, though the later does not know them. */
  readonly kept?: ReadonlySet<number>;
}

/** What is at a row of the earlier run; `null` if it is no row. */
export function resourceBefore({ before, alignment }: Comparison, row: number): Resource | null {
  return row < 0 ? null : before.snapshot.resource(alignment.before.idOf(row));
}

/** What is at a row of the later run; `null` if it is no row. */
export function resourceAfter({ after, alignment }: Comparison, row: number): Resource | null {
  return row < 0 ? null : after.snapshot.resource(alignment.after.idOf(row));
}

/** The address of a row of the earlier run. */
export function urlBefore(comparison: Comparison, row: number): string {
  return resourceBefore(comparison, row)?.url ?? '';
}

/** The address of a row of the later run. */
export function urlAfter(comparison: Comparison, row: number): string {
  return resourceAfter(comparison, row)?.url ?? '';
}
