import * as reporters from '../../reports/heads-up/all.js';
import type { HeadsUpReporter } from '../../reports/heads-up/reporter.js';
import { formatsOf, type Formats } from './formats.js';

export type HeadsUpFormats = Formats<HeadsUpReporter>;

/** The formats of a heads-up. */
export const headsUpFormats: HeadsUpFormats = formatsOf<HeadsUpReporter>(reporters);
