import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportSchema } from '../../src/model/report.js';
import { json } from '../../src/reports/json.js';
import { reportJsonSchema } from '../../src/reports/schema.js';
import { hostileReport } from '../support/hostile-reports.js';
import { sampleReport } from '../support/reports.js';

const style = { colour: false, width: null };
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
const validate = ajv.compile(reportJsonSchema());

describe('the JSON report', () => {
  test('is exactly the report', () => {
    const report = sampleReport();
    expect(JSON.parse(json.render(report, style))).toEqual(report);
    expect(json.render(report, style)).toMatch(/^\{\n {2}"version": 1,\n.*\}\n$/s);
  });

  test('does not depend on the order in which the report was put together', () => {
    const report = sampleReport();
    const shown = json.render(report, style);
    expect(json.render(reverseNames(report), style)).toBe(shown);
  });

  test('is valid, faithful and free of raw control characters, whatever the web sent', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const shown = json.render(report, style);
        const parsed: unknown = JSON.parse(shown);
        expect(parsed).toEqual(JSON.parse(JSON.stringify(report)));
        expect(reportSchema.safeParse(parsed).error).toBeUndefined();
        expect(validate(parsed), JSON.stringify(validate.errors)).toBe(true);
        expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069<]/u);
      }),
    );
  });

  test('has a published schema that is true; `npm run schema` writes it', async () => {
    const published = await readFile(new URL('../../config/report.schema.json', import.meta.url), 'utf8');
    expect(published).toBe(`${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
  });
});

/** An equal value whose objects list their names the other way round. */
function reverseNames<Value>(value: Value): Value {
  const reversed: unknown = JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).reverse())
      : inner,
  );
  return reversed as Value;
}
