import type { z } from 'zod';
import { configSchema } from '../../model/config.js';
import { ruleOptionsSchema } from '../../verdicts/rule-set.js';

/** Everything a configuration file may say: what a run is told, and how each rule is tuned. */
export const fullConfigSchema = configSchema.extend({
  rules: ruleOptionsSchema.prefault({}).describe('how each rule is tuned, or switched off with `level: off`'),
});

export type FullConfig = Readonly<z.infer<typeof fullConfigSchema>>;
