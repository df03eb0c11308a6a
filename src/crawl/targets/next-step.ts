import { outside, privateAddress } from '../../kit/trouble/refusals.js';
import { refusesWhoAsks } from '../../kit/trouble/refusing-statuses.js';
import { isOutage, isShortage, noIPv6 } from '../../kit/trouble/shortage.js';
import type { Limits } from '../../model/config.js';
import type { Answer } from '../../model/fetch.js';
import type { Failed, Fetched, Withheld } from '../../model/resource.js';
import type { Target } from '../../model/target.js';

/** What to do with a target after an answer. Times are milliseconds from now. */
export type NextStep =
  | { readonly kind: 'settle' }
  /** Answers to HEAD are often wrong, so any failure is asked again by GET; and a page has to be read. */
  | { readonly kind: 'ask-by-get' }
  /** The host asked us to stay away; costs no retry. */
  | { readonly kind: 'wait'; readonly milliseconds: number }
  /** The host turned it away, perhaps only since it was asked for too much; costs no retry. */
  | { readonly kind: 'again'; readonly milliseconds: number }
  | { readonly kind: 'retry'; readonly milliseconds: number }
  /** It failed: ask once more at the end of the walk before it is reported. */
  | { readonly kind: 'confirm' };

const waitsPerTarget = 3;
/** What is blocked stays that way, as what needs a sign-in and a missing file do: asking again proves nothing. */
const blocks: ReadonlySet<number> = new Set([403, 999]);
const finalServerErrors: ReadonlySet<number> = new Set([501, 505]);

/** Decides by the answer and what was tried before. Pure; `random` (0 to 1) spreads retries. */
export function nextStep(target: Target, answer: Answer, limits: Limits, random: number): NextStep {
  const { outcome } = answer;
  const stepIfTooMuch = afterTooMuch(target, answer, limits);
  if (stepIfTooMuch !== null) return stepIfTooMuch;
  if (target.method === 'HEAD' && (isFailure(outcome) || saysNothing(outcome) || isReadable(target, outcome)))
    return { kind: 'ask-by-get' };
  if (!isFailure(outcome)) return { kind: 'settle' };
  if (isRefusal(outcome)) return { kind: 'settle' };
  if (target.confirming || target.role === 'probe') return { kind: 'settle' };
  const tries = target.attempts.filter(({ method }) => method === 'GET').length - target.throttled;
  if (isPassing(outcome) && tries <= limits.retries) {
    return { kind: 'retry', milliseconds: limits.backoff * 2 ** (tries - 1) * (1 + random / 2) };
  }
  return { kind: 'confirm' };
}

/** What to do if the host was asked for too much; `null` if it was not, or if it need not have been. */
function afterTooMuch(target: Target, answer: Answer, limits: Limits): NextStep | null {
  const mayWait = target.throttled < waitsPerTarget;
  if (isThrottled(answer)) {
    const wait = answer.retryAfter ?? 1000 * 2 ** target.throttled;
    return mayWait && wait <= limits.maxWait ? { kind: 'wait', milliseconds: wait } : { kind: 'settle' };
  }
  const mayBeTooMuch = target.attempts.at(-1)?.throttled === true;
  return mayBeTooMuch && mayWait ? { kind: 'again', milliseconds: limits.backoff } : null;
}

/** 429, or 503 that says when to come back (RFC 9110 §10.2.3, RFC 6585 §4). */
export function isThrottled({ outcome, retryAfter }: Answer): boolean {
  if (outcome.kind !== 'fetched') return false;
  return outcome.status === 429 || (outcome.status === 503 && retryAfter !== null);
}

/** How servers turn away what is too much for them: many say 503 where others say 429, and some break off the connection. */
const waysToTurnAway: ReadonlySet<unknown> = new Set([429, 503, 'connection']);

/** Whether a host turned a request away, be it because it fails or because it is asked for too much. */
export function isTurnedAway(outcome: Fetched | Failed): boolean {
  if (outcome.kind === 'fetched') return waysToTurnAway.has(outcome.status);
  return waysToTurnAway.has(outcome.cause) && !isHostDown(outcome) && !isOurs(outcome);
}

/** Not about one URL: the host itself cannot be reached, so every URL on it fails alike. */
export function isHostDown(outcome: Fetched | Failed): boolean {
  if (outcome.kind === 'fetched' || isOurs(outcome)) return false;
  switch (outcome.cause) {
    case 'dns':
    case 'tls':
    case 'proxy':
      return true;
    case 'connection':
      return ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH'].includes(outcome.detail);
    case 'timeout':
      return outcome.detail === 'connect';
    case 'protocol':
    case 'file':
      return false;
  }
}

/** The host accepted the connection, and then sent nothing. */
export function isHang(outcome: Fetched | Failed): boolean {
  return outcome.kind === 'failed' && outcome.cause === 'timeout' && outcome.detail === 'headers';
}

/** Whether the answer tells of trouble that would be reported. */
export function isFailure(outcome: Fetched | Failed): boolean {
  return outcome.kind === 'failed' || outcome.status >= 400 || outcome.flaw === 'cut';
}

/**
 * Neither type nor length: such servers answer every HEAD alike, whatever is at the address. Others count the bytes that they
 * send, which are none.
 */
function saysNothing(outcome: Fetched | Failed): boolean {
  if (outcome.kind === 'failed' || outcome.location !== null) return false;
  return outcome.length === 0 || (outcome.length === null && outcome.contentType === '');
}

const pageTypes: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml']);

/** Whether there is a page behind what a link made look like an image or a mere relation. */
function isReadable({ source }: Target, outcome: Fetched | Failed): boolean {
  if (outcome.kind === 'failed' || outcome.location !== null) return false;
  return pageTypes.has(outcome.contentType) || (source !== null && outcome.contentType === 'text/css');
}

function isRefusal(outcome: Fetched | Failed): boolean {
  return outcome.kind === 'fetched'
    ? refusesWhoAsks(outcome.status) || blocks.has(outcome.status)
    : isOurs(outcome) || outcome.cause === 'file';
}

function isOurs(failure: Failed): boolean {
  return withholdingBehind(failure) !== null;
}

/** Our own reason for a connection that was not made; `null` if it is the web's trouble. */
export function withholdingBehind({ detail }: Failed): Withheld | null {
  if (detail === privateAddress) return { kind: 'withheld', by: 'private', detail: '' };
  if (detail === outside) return { kind: 'withheld', by: 'outside', detail: '' };
  const isLimit = isShortage(detail) || isOutage(detail) || detail === noIPv6;
  return isLimit ? { kind: 'withheld', by: 'limit', detail } : null;
}

/** Trouble that often passes. */
function isPassing(outcome: Fetched | Failed): boolean {
  if (outcome.kind === 'fetched') {
    return outcome.flaw === 'cut' || (outcome.status >= 500 && !finalServerErrors.has(outcome.status));
  }
  return outcome.cause !== 'tls';
}
