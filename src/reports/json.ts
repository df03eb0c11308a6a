import { z } from 'zod';
import { inertJson } from '../kit/escape/json.js';
import { isRecord } from '../kit/is-record.js';
import { reportSchema, type Reporter } from '../model/report.js';

/** Exactly the report, always in the order of its schema; names that the schema leaves open are sorted. */
export const json: Reporter = {
  id: 'json',
  endings: ['.json'],
  render: (report) => `${inertJson(arrangeReport(report), 2)}\n`,
};

/** Returns an equal value whose names are in order. */
type Arrange = (value: unknown) => unknown;

const arrangeReport = arrangeBy(reportSchema);

function arrangeBy(schema: unknown): Arrange {
  if (schema instanceof z.ZodNullable) {
    const arrange = arrangeBy(schema.unwrap());
    return (value) => (value === null ? null : arrange(value));
  }
  if (schema instanceof z.ZodOptional) return arrangeBy(schema.unwrap());
  if (schema instanceof z.ZodArray) {
    const arrange = arrangeBy(schema.element);
    return (value) => (Array.isArray(value) ? value.map(arrange) : value);
  }
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape).map(([name, inner]) => [name, arrangeBy(inner)] as const);
    return (value) => (isRecord(value) ? pickFields(value, fields) : value);
  }
  return sortNames;
}

type Fields = Readonly<Record<string, unknown>>;

function pickFields(value: Fields, fields: readonly (readonly [string, Arrange])[]): Fields {
  const arranged: Record<string, unknown> = {};
  for (const [name, arrange] of fields) {
    if (value[name] !== undefined) arranged[name] = arrange(value[name]);
  }
  return arranged;
}

function sortNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortNames);
  if (!isRecord(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sortNames(value[name])]));
}
