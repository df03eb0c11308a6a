import type { Answer, Begun, FetchRequest } from '../../model/fetch.js';
import type { Reading } from '../../model/reading.js';
import {
  correlationHeaders,
  malformedLinkNote,
  ownHeaders,
  type Fetched,
  type Signals,
} from '../../model/resource.js';
import type { Target } from '../../model/target.js';
import type { Remembered, WalkPorts } from '../../model/walk.js';
import { isService } from '../targets/create-target.js';

/**
 * Asks for a target, and for its body only if that has changed since an earlier run. If it has not, the answer is the earlier
 * one with today's attempt and headers, and what was read then becomes the target's `unchanged`.
 */
export async function ask(
  { fetch, memory, signal }: WalkPorts,
  target: Target,
  begun: Begun,
): Promise<Answer> {
  target.unchanged = null;
  const known = isService(target) ? null : (memory?.recall(target) ?? null);
  if (known === null) return fetch(target, signal, begun);
  const answer = await fetch(conditional(target, known), signal, begun);
  if (answer.outcome.kind === 'failed' || answer.outcome.status !== 304) return answer;
  const reading = isOfState(answer.outcome, known) ? known.reading() : null;
  if (reading === null) return fetch(target, signal, begun);
  target.unchanged = withoutSlips(reading);
  return { ...answer, outcome: freshen(known.outcome, answer.outcome) };
}

function conditional(target: Target, { validators }: Remembered): FetchRequest {
  const { url, method, source, appetite, wholeDocuments } = target;
  return { url, method, source, appetite, wholeDocuments, validators };
}

/** A 304 for another state than the one we asked about is of no use (RFC 9111 §4.3.4). */
function isOfState({ headers }: Fetched, { validators }: Remembered): boolean {
  const etag = headers['etag'];
  return etag === undefined || validators.etag === null || opaque(etag) === opaque(validators.etag);
}

/** Weak comparison (RFC 9110 §8.8.3.2). */
function opaque(etag: string): string {
  return etag.replace(/^W\//, '');
}

/** They describe one answer, not a state of the resource. */
const ofOneAnswer: readonly string[] = [...correlationHeaders, ...ownHeaders, 'retry-after'];

/** The headers of a 304 replace earlier ones (RFC 9111 §3.2). */
function freshen(before: Fetched, now: Fetched): Fetched {
  const lasting = Object.entries(before.headers).filter(([name]) => !ofOneAnswer.includes(name));
  return { ...before, headers: { ...Object.fromEntries(lasting), ...now.headers } };
}

/** How a link was written belongs to the page that links. */
function withoutSlips(reading: Reading): Reading {
  if (reading.signals[malformedLinkNote] === undefined) return reading;
  const signals: Signals = Object.fromEntries(
    Object.entries(reading.signals).filter(([name]) => name !== malformedLinkNote),
  );
  return { ...reading, signals };
}
