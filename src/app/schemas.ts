import { z } from 'zod';
import { headsUpSchema } from '../model/change.js';
import { reportJsonSchema } from '../reports/schema.js';
import { configurationSchema } from './configure.js';

/** The published JSON Schemas (2020-12), by their file names in `config/`, as text. */
export function publishedSchemas(): ReadonlyMap<string, string> {
  const config = {
    title: 'Configuration of playbook-health',
    ...z.toJSONSchema(configurationSchema, { io: 'input' }),
  };
  const headsUp = { title: 'Heads-up of playbook-health', ...z.toJSONSchema(headsUpSchema) };
  return new Map([
    ['config.schema.json', print(config)],
    ['heads-up.schema.json', print(headsUp)],
    ['report.schema.json', print(reportJsonSchema())],
  ]);
}

function print(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
