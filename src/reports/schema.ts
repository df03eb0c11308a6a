import { z } from 'zod';
import { reportSchema } from '../model/report.js';

/** The JSON Schema (2020-12) of the JSON report, as published in `config/report.schema.json`. */
export function reportJsonSchema(): object {
  return { title: 'Report of playbook-health', ...z.toJSONSchema(reportSchema) };
}
