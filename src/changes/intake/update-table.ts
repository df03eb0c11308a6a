import { z } from 'zod';
import type { Resource } from '../../model/resource.js';

/** The name of the signal that holds what a page's tables say about when things were updated. */
export const updateTableSignal = 'update-table';

const datedSchema = z.array(z.tuple([z.string(), z.iso.date()]));

/** What was updated, and the day, `YYYY-MM-DD`. */
export type Dated = Readonly<z.infer<typeof datedSchema>[number]>;

/**
 * What the tables of a portal's page say about when things were updated; nothing for foreign pages, which announce nothing here.
 */
export function updateTableOf({ source, signals }: Resource): readonly Dated[] {
  const noted = signals[updateTableSignal];
  if (noted === undefined || source === null) return [];
  const parsed = datedSchema.safeParse(noted);
  return parsed.success ? parsed.data : [];
}
