import { inertJson } from '../../kit/escape/json.js';
import type { HeadsUpReporter } from './reporter.js';

/** Exactly the heads-up. */
export const json: HeadsUpReporter = {
  id: 'json',
  endings: ['.json'],
  summary: 'everything, for programs; see config/heads-up.schema.json',
  render: (headsUp) => `${inertJson(headsUp, 2)}\n`,
};
