import { z } from 'zod';
import {
  causes,
  flaws,
  methods,
  roles,
  withholdings,
  type Attempt,
  type Outcome,
  type Resource,
} from '../../model/resource.js';
import type { PageFacts } from '../../model/page.js';
import {
  byName,
  jsonUnlessEmpty,
  number,
  oneOf,
  orNull,
  parse,
  text,
  texts,
  textsByName,
} from '../database/cells.js';
import type { Cell } from '../database/database.js';

/** The columns of a resource without its links, and their places in a row. */
const column = {
  id: 0,
  url: 1,
  source: 2,
  role: 3,
  at: 4,
  took: 5,
  method: 6,
  attempts: 7,
  status: 8,
  cause: 9,
  withheld: 10,
  detail: 11,
  location: 12,
  content_type: 13,
  length: 14,
  bytes: 15,
  flaw: 16,
  headers: 17,
  title: 18,
  heading: 19,
  language: 20,
  charset: 21,
  breadcrumb: 22,
  anchors: 23,
  digest: 24,
  signals: 25,
};

/** These columns, as a query selects them. */
export const resourceColumns = Object.keys(column).join(', ');

/** How many columns these are. */
export const resourceWidth = Object.keys(column).length;

/** A resource as cells. */
export function encodeResource(resource: Resource): Cell[] {
  return [
    resource.id,
    resource.url,
    resource.source,
    resource.role,
    ...encodeAttempts(resource),
    ...encodeOutcome(resource.outcome),
    ...encodePage(resource.page),
    jsonUnlessEmpty(resource.signals),
  ];
}

/** The resource that was encoded. Throws if the cells do not hold one. */
export function decodeResource(row: readonly Cell[]): Resource {
  const outcome = decodeOutcome(row);
  return {
    id: number(row[column.id]),
    url: text(row[column.url]),
    source: orNull(row[column.source], text),
    role: oneOf(row[column.role], roles),
    attempts: decodeAttempts(row, outcome),
    outcome,
    page: decodePage(row),
    signals: byName(row[column.signals]),
  };
}

/**
 * Nearly every resource was asked for once. Then its result is stored only if it differs from the outcome: "not modified" does.
 */
function encodeAttempts({ attempts, outcome }: Resource): readonly Cell[] {
  const first = attempts[0];
  if (attempts.length === 0 || first === undefined) return [null, null, null, null];
  if (attempts.length > 1 || first.throttled === true) return [null, null, null, JSON.stringify(attempts)];
  const { at, took, method, result } = first;
  return [at, took, method, result === resultOf(outcome) ? null : JSON.stringify(result)];
}

const resultSchema: z.ZodType<Attempt['result']> = z.union([z.number(), z.enum(causes)]);
const attemptsSchema: z.ZodType<readonly Attempt[]> = z.array(
  z.strictObject({
    at: z.number(),
    took: z.number(),
    method: z.enum(methods),
    result: resultSchema,
    throttled: z.literal(true).exactOptional(),
  }),
);

function decodeAttempts(row: readonly Cell[], outcome: Outcome): readonly Attempt[] {
  if (row[column.at] === null)
    return row[column.attempts] === null ? [] : attemptsSchema.parse(parse(row[column.attempts]));
  const result =
    row[column.attempts] === null ? resultOf(outcome) : resultSchema.parse(parse(row[column.attempts]));
  if (result === null) return [];
  return [
    {
      at: number(row[column.at]),
      took: number(row[column.took]),
      method: oneOf(row[column.method], methods),
      result,
    },
  ];
}

function resultOf(outcome: Outcome): Attempt['result'] | null {
  if (outcome.kind === 'fetched') return outcome.status;
  return outcome.kind === 'failed' ? outcome.cause : null;
}

function encodeOutcome(outcome: Outcome): readonly Cell[] {
  switch (outcome.kind) {
    case 'fetched':
      return [
        outcome.status,
        null,
        null,
        null,
        outcome.location,
        outcome.contentType,
        outcome.length,
        outcome.bytes,
        outcome.flaw,
        jsonUnlessEmpty(outcome.headers),
      ];
    case 'failed':
      return [null, outcome.cause, null, outcome.detail, null, null, null, null, null, null];
    case 'withheld':
      return [null, null, outcome.by, outcome.detail, null, null, null, null, null, null];
  }
}

function decodeOutcome(row: readonly Cell[]): Outcome {
  if (row[column.cause] !== null)
    return { kind: 'failed', cause: oneOf(row[column.cause], causes), detail: text(row[column.detail]) };
  if (row[column.withheld] !== null)
    return {
      kind: 'withheld',
      by: oneOf(row[column.withheld], withholdings),
      detail: text(row[column.detail]),
    };
  return {
    kind: 'fetched',
    status: number(row[column.status]),
    location: orNull(row[column.location], text),
    contentType: text(row[column.content_type]),
    length: orNull(row[column.length], number),
    bytes: number(row[column.bytes]),
    flaw: row[column.flaw] === null ? null : oneOf(row[column.flaw], flaws),
    headers: textsByName(row[column.headers]),
  };
}

function encodePage(page: PageFacts | null): readonly Cell[] {
  if (page === null) return [null, null, null, null, null, null, null];
  return [
    page.title,
    page.heading,
    page.language,
    page.charset,
    jsonUnlessEmpty(page.breadcrumb),
    page.anchors === null ? null : JSON.stringify(page.anchors),
    page.digest,
  ];
}

function decodePage(row: readonly Cell[]): PageFacts | null {
  if (row[column.title] === null) return null;
  return {
    title: text(row[column.title]),
    heading: text(row[column.heading]),
    language: orNull(row[column.language], text),
    charset: text(row[column.charset]),
    breadcrumb: texts(row[column.breadcrumb]),
    anchors: orNull(row[column.anchors], texts),
    digest: orNull(row[column.digest], text),
  };
}
