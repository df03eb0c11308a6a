import { z } from 'zod';
import { loadConfig, type ConfigRequest, type LoadedConfig } from '../config/load.js';
import { fullConfigSchema, type FullConfig } from './context/config.js';
import { reportFormats } from './formats/report-formats.js';

export type { ConfigRequest, LoadedConfig } from '../config/load.js';
export type { KeptFile } from '../config/named-files.js';
export type { Override } from '../config/override.js';

/** The configuration of a run, and every mistake in it at once. Never rejects. */
export function configure(request: ConfigRequest): Promise<LoadedConfig<FullConfig>> {
  return loadConfig(request, configurationSchema);
}

const reportFile = z.string().superRefine((file, context) => {
  if (reportFormats.ofFile(file) !== null) return;
  const hint = `one of ${reportFormats.endings.join(' ')}`;
  const params = { hint, discreet: { message: 'has an ending that no format goes by', hint } };
  context.addIssue({ code: 'custom', message: `names "${file}", whose ending no format goes by`, params });
});

/** What a configuration file may hold. */
export const configurationSchema = fullConfigSchema.extend({
  output: z.array(reportFile).default([]).describe('report files; the ending chooses the format'),
});
