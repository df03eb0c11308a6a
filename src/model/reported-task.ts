import { z } from 'zod';
import { comparedVersions, documentStates, listFindingKinds } from './task-report.js';
import { languages } from './text.js';
import { states } from './verdict.js';

const state = z.enum(documentStates);

const sighting = z.strictObject({
  url: z.string(),
  title: z.string(),
  language: z.enum(languages),
  version: z.enum(comparedVersions),
  evidence: z.string().describe('what the match rests on'),
  reason: z.string(),
  verdict: z.enum(states),
  places: z.array(z.string()).describe('ids of the sources that hold it or link to it'),
});

const place = z.strictObject({
  place: z.string().describe('the id of a source'),
  title: z.string(),
  state,
  reason: z.string(),
  url: z.string().nullable().describe('the best of what was found there'),
});

const document = z.strictObject({
  title: z.string(),
  url: z.string().nullable().describe('as the list has it'),
  state: state.nullable().describe('the best of all places: whether it can be had at all'),
  places: z.array(place),
  sightings: z.array(sighting).describe('surely the document, in any language or version; the first ten'),
  suggestions: z.array(sighting).describe('what may be it under another name, likeliest first'),
});

/** A task as it stands in reports. */
export const reportedTask = z.strictObject({
  id: z.string(),
  names: z.strictObject({ en: z.string().optional(), ja: z.string().optional() }),
  state: state.nullable().describe('the worst of its documents; null if it needs none'),
  mandatory: z.boolean().nullable(),
  services: z.array(z.string()),
  documents: z.array(document),
});

/** What is wrong with the lists themselves. */
export const reportedListFinding = z.strictObject({
  kind: z.enum(listFindingKinds),
  message: z.string(),
  tasks: z.array(z.string()),
  items: z.array(z.string()).describe('addresses or documents; the first hundred'),
});

/** A list that was read, and the problems in it. */
export const reportedList = z.strictObject({
  name: z.string().describe('its file or address'),
  rows: z.number(),
  problems: z.array(z.string()).describe('with file, sheet, row and column'),
});

export type ReportedTask = Readonly<z.infer<typeof reportedTask>>;
export type ReportedDocument = Readonly<z.infer<typeof document>>;
export type ReportedListFinding = Readonly<z.infer<typeof reportedListFinding>>;
export type ReportedList = Readonly<z.infer<typeof reportedList>>;
