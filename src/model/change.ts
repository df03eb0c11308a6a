import { z } from 'zod';
import { languages } from './text.js';

/** Bumped when a reader of the JSON heads-up would have to change. */
export const headsUpVersion = 1;

/**
 * What may happen to something between two runs. `updated`: its content changed. `localised`: it now exists in another
 * language. `moved`: it is at another address. `removed`: no page leads to it any more. `broke` and `fixed`: a link that
 * opened does not, and the other way round.
 */
export const changeKinds = ['new', 'updated', 'localised', 'moved', 'removed', 'broke', 'fixed'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What has changed. `host`: all that one host serves, at once. `other`: what a page is made of, or a foreign page. */
export const changeSubjects = ['page', 'document', 'task', 'host', 'other'] as const;
export type ChangeSubject = (typeof changeSubjects)[number];

const text = z.strictObject({ en: z.string(), ja: z.string() });
const time = z.iso.datetime().describe('UTC, RFC 3339');

const evidence = z.strictObject({
  kind: z.enum([
    'etag',
    'last-modified',
    'length',
    'digest',
    'version',
    'update-table',
    'redirect',
    'identity',
    'file-name',
    'language',
    'state',
    'links',
    'task',
  ]),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

export const changeSchema = z.strictObject({
  id: z.string().describe('stable: the same change seen from the same baseline'),
  kind: z.enum(changeKinds),
  subject: z.enum(changeSubjects),
  url: z.string().describe('where it is now, or was; of a task, its id'),
  previousUrl: z.string().nullable().describe('where it was before, or the older version of it'),
  title: z
    .strictObject({ en: z.string().optional(), ja: z.string().optional() })
    .describe('by language, where known; never empty'),
  language: z.enum(languages).nullable(),
  date: time.describe('when it changed, if a page or the server says so; else when that was seen'),
  reason: text.describe('what happened, in plain words'),
  evidence: z.array(evidence),
  counterpart: z.string().nullable().describe('the same in the other language'),
  affected: z
    .number()
    .describe('how many addresses it stands for; 1 unless a whole host, or several names of one'),
});
export type Change = Readonly<z.infer<typeof changeSchema>>;
export type ChangeEvidence = Readonly<z.infer<typeof evidence>>;

/** Orders changes by kind, as every heads-up does. */
export function byKind(one: Pick<Change, 'kind'>, other: Pick<Change, 'kind'>): number {
  return changeKinds.indexOf(one.kind) - changeKinds.indexOf(other.kind);
}

const comparedRun = z.strictObject({
  id: z.string(),
  start: time,
  complete: z.boolean(),
  unreachable: z
    .array(z.string())
    .optional()
    .describe('seeds that did not open: what lies behind them was not seen; left out where all did'),
});

/** The heads-up: what is different from an earlier run. The JSON format is exactly this. */
export const headsUpSchema = z.strictObject({
  version: z.literal(headsUpVersion),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  language: z.enum(languages),
  portals: z.array(z.string()).describe('titles of the portals that were walked'),
  before: comparedRun,
  after: comparedRun,
  notices: z.array(z.string()).optional().describe('what to know of the comparison itself'),
  totals: z.record(z.enum(changeKinds), z.number()),
  changes: z.array(changeSchema).describe('by kind, then by URL; the first 10,000'),
  untranslated: z
    .strictObject({
      total: z.number(),
      items: z.array(z.strictObject({ url: z.string(), title: z.string() })).describe('the first 200'),
    })
    .describe('documents that are there in English only'),
});
export type HeadsUp = Readonly<z.infer<typeof headsUpSchema>>;
