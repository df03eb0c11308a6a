import { inertJson } from '../../kit/escape/json.js';
import type { HeadsUpReporter } from './reporter.js';

/** Exactly the heads-up. */
export const json: HeadsUpReporter = {
  id: 'json',
  endings: ['.json'],
  render: (headsUp) => `${inertJson(headsUp, 2)}\n`,
};
