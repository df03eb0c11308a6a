import { z } from 'zod';
import type { Problem } from './problem.js';
import type { TaskRow } from './task.js';
import { languages } from './text.js';

const placeSchema = z.object({
  file: z.string().exactOptional(),
  sheet: z.string().exactOptional(),
  line: z.number().exactOptional(),
  column: z.number().exactOptional(),
});

/** A row of a list as it is kept with a run. */
export const rowSchema: z.ZodType<TaskRow> = z.object({
  id: z.string(),
  name: z.string(),
  language: z.enum(languages),
  documents: z.array(
    z.object({ title: z.string(), url: z.string().nullable(), language: z.enum(languages).nullable() }),
  ),
  services: z.array(z.string()),
  mandatory: z.boolean().nullable(),
  list: z.string(),
  where: placeSchema,
  continued: z.boolean().exactOptional(),
});

/** What of a list could not be read, as it is kept with a run. */
export const problemSchema: z.ZodType<Problem> = z.object({
  place: placeSchema,
  message: z.string(),
  hint: z.string().exactOptional(),
});
