import { z } from 'zod';
import { inertJson } from '../kit/escape/json.js';
import { reportSchema, type Reporter } from '../model/report.js';

/** Exactly the report, always in the order of its schema; names that the schema leaves open are sorted. */
export const json: Reporter = {
  id: 'json',
  endings: ['.json'],
  summary: 'everything, for programs; see config/report.schema.json',
  render: (report) => `${inertJson(arrange(report, reportSchema), 2)}\n`,
};

function arrange(value: unknown, schema: unknown): unknown {
  if (schema instanceof z.ZodNullable) return arrange(value, schema.unwrap());
  if (Array.isArray(value)) {
    const element: unknown = schema instanceof z.ZodArray ? schema.element : null;
    return value.map((item: unknown) => arrange(item, element));
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = new Map<string, unknown>(Object.entries(value));
  const shape = new Map<string, unknown>(schema instanceof z.ZodObject ? Object.entries(schema.shape) : []);
  const names =
    shape.size > 0 ? [...shape.keys()].filter((name) => fields.has(name)) : [...fields.keys()].sort();
  return Object.fromEntries(names.map((name) => [name, arrange(fields.get(name), shape.get(name))]));
}
