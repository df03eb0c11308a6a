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
import { decodeNamedEdges } from '../../model/links/decode-columns.js';
import type { PageFacts } from '../../model/page.js';
import type { Brief, Naming } from '../../model/snapshot.js';
import {
  byName,
  bytes,
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

/** The columns of a resource without its links, in the order in which the functions below write and read them. */
export const resourceColumns =
  'id, url, source, role, at, took, method, attempts, status, cause, withheld, detail, location, content_type, ' +
  'length, bytes, flaw, headers, title, heading, language, charset, breadcrumb, anchors, digest, signals';

/** How many columns these are. */
export const resourceWidth = resourceColumns.split(',').length;

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
    id: number(row[0]),
    url: text(row[1]),
    source: orNull(row[2], text),
    role: oneOf(row[3], roles),
    attempts: decodeAttempts(row, outcome),
    outcome,
    page: decodePage(row),
    signals: byName(row[25]),
  };
}

/** The columns of a resource in brief, in the order in which `decodeBrief` reads them. */
export const briefColumns = 'id, url, role, status, location';

/** A resource in brief. Throws if the cells do not hold one. */
export function decodeBrief([id, url, role, status, location]: readonly Cell[]): Brief {
  return {
    id: number(id),
    url: text(url),
    role: oneOf(role, roles),
    status: orNull(status, number),
    location: orNull(location, text),
  };
}

const disposition = `CASE WHEN instr(headers, '"content-disposition"') THEN headers END`;
/** The cells of a resource about which nothing more is known: pages lead to it. */
const untold: readonly Cell[] = [null, 'check', null, null, null, null, null, null, null, null];

/** The columns of what every resource is called, in the order in which `decodeNaming` reads them. */
export const namingColumns = 'id, url, content_type';

/** The columns with what few resources have, in the same way: empty cells take time, too. */
export const tellingColumns = `id, role, source, location, ${disposition}, title, heading, language, links, words`;

/** The condition under which one of those columns is filled. */
export const isTelling = `(role <> 'check' OR source IS NOT NULL OR location IS NOT NULL OR title IS NOT NULL OR links IS NOT NULL OR ${disposition} IS NOT NULL)`;

/** The naming of a resource; `telling` is the row of what few resources have. Throws if the cells do not hold that. */
export function decodeNaming(
  [id, url, contentType]: readonly Cell[],
  telling: readonly Cell[] = untold,
): Naming {
  const [, role, source, location, headers, title, heading, language, links, words] = telling;
  return {
    id: number(id),
    url: text(url),
    source: orNull(source, text),
    role: oneOf(role, roles),
    location: orNull(location, text),
    contentType: orNull(contentType, text),
    disposition: textsByName(headers)['content-disposition'] ?? null,
    page:
      title === null
        ? null
        : { title: text(title), heading: text(heading), language: orNull(language, text) },
    links:
      links === null
        ? null
        : { from: number(id), ...decodeNamedEdges({ links: bytes(links), words: text(words) }) },
  };
}

/** Nearly every resource was asked for once. Then its result is stored only if it differs from the outcome: "not modified" does. */
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
  if (row[4] === null) return row[7] === null ? [] : attemptsSchema.parse(parse(row[7]));
  const result = row[7] === null ? resultOf(outcome) : resultSchema.parse(parse(row[7]));
  if (result === null) return [];
  return [{ at: number(row[4]), took: number(row[5]), method: oneOf(row[6], methods), result }];
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
  if (row[9] !== null) return { kind: 'failed', cause: oneOf(row[9], causes), detail: text(row[11]) };
  if (row[10] !== null) return { kind: 'withheld', by: oneOf(row[10], withholdings), detail: text(row[11]) };
  return {
    kind: 'fetched',
    status: number(row[8]),
    location: orNull(row[12], text),
    contentType: text(row[13]),
    length: orNull(row[14], number),
    bytes: number(row[15]),
    flaw: row[16] === null ? null : oneOf(row[16], flaws),
    headers: textsByName(row[17]),
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
  if (row[18] === null) return null;
  return {
    title: text(row[18]),
    heading: text(row[19]),
    language: orNull(row[20], text),
    charset: text(row[21]),
    breadcrumb: texts(row[22]),
    anchors: orNull(row[23], texts),
    digest: orNull(row[24], text),
  };
}
