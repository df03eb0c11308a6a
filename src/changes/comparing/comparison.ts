import type { Earlier, Later } from '../side.js';
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
