import type { HeadsUp } from '../../model/change.js';
import type { Reporter } from '../../model/report.js';

/** Turns a heads-up into text. */
export type HeadsUpReporter = Reporter<HeadsUp>;
