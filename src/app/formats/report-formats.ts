import type { Reporter } from '../../model/report.js';
import * as reporters from '../../reports/all.js';
import { formatsOf, type Formats } from './formats.js';

/** The formats of a report. */
export const reportFormats: Formats<Reporter> = formatsOf<Reporter>(reporters);
