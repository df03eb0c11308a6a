import type { HeadsUp } from '../../model/change.js';
import type { Style } from '../../model/report.js';

/** Turns a heads-up into text, purely. */
export interface HeadsUpReporter {
  /** The name after `--format`. */
  readonly id: string;
  /** File endings that choose it, with the dot. */
  readonly endings: readonly string[];
  readonly summary: string;
  /** Its files are continued: what a file held before is handed to `render` as `earlier`. */
  readonly continues?: true;
  readonly render: (headsUp: HeadsUp, style: Style, earlier?: string) => string;
}
