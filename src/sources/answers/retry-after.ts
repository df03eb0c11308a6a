import type { IncomingHttpHeaders } from 'node:http';
import { firstHeaderOf, headerOf } from '../wire/headers.js';

/** More than a day is taken for a mistake. */
const longest = 86_400_000;

/** Statuses that mean "not now" without saying how much is left. */
const throttling: ReadonlySet<number> = new Set([429, 503]);

/**
 * How long a server asks us to stay away, milliseconds, at most a day; `null` if it does not, or not in a form we know.
 * `Retry-After` (RFC 9110 §10.2.3) counts on errors; rate limits (draft-ietf-httpapi-ratelimit-headers in its old and
 * new spelling, and the `X-` headers before it) count when nothing remains or the status says so.
 */
export function retryAfterOf(status: number, headers: IncomingHttpHeaders, now: number): number | null {
  const wait = (status >= 400 ? fromRetryAfter(headers, now) : null) ?? fromRateLimit(status, headers, now);
  return wait === null ? null : Math.min(Math.max(wait, 0), longest);
}

function fromRetryAfter(headers: IncomingHttpHeaders, now: number): number | null {
  const value = firstHeaderOf(headers, 'retry-after')?.trim() ?? '';
  const seconds = /^(\d{1,15}(?:\.\d{1,9})?)\s*(?:s|sec|secs|seconds?)?$/i.exec(value)?.[1];
  if (seconds !== undefined) return Number(seconds) * 1000;
  const date = dateOf(value);
  return date === null ? null : date - timeThere(headers, now);
}

/** By the server's own clock if it sends one: what counts is how long to wait, not until when. */
function timeThere(headers: IncomingHttpHeaders, now: number): number {
  return dateOf(firstHeaderOf(headers, 'date') ?? '') ?? now;
}

/** Names in order of preference. */
const rateLimits = ['ratelimit', 'x-ratelimit', 'x-rate-limit'].map((prefix) => ({
  remaining: `${prefix}-remaining`,
  reset: `${prefix}-reset`,
}));

function fromRateLimit(status: number, headers: IncomingHttpHeaders, now: number): number | null {
  const combined = headerOf(headers, 'ratelimit');
  if (combined !== null) {
    const remaining = numberIn(combined, /(?:^|[\s,;])(?:r|remaining)=(\d{1,15})/);
    const reset = numberIn(combined, /(?:^|[\s,;])(?:t|reset)=(\d{1,15})/);
    if (reset !== null && (throttling.has(status) || remaining === 0))
      return untilReset(reset, timeThere(headers, now));
  }
  for (const names of rateLimits) {
    const reset = leadingNumber(headers, names.reset);
    if (reset === null) continue;
    if (throttling.has(status) || leadingNumber(headers, names.remaining) === 0)
      return untilReset(reset, timeThere(headers, now));
  }
  return null;
}

/** Some count seconds from now, some give Unix time in seconds, a few in milliseconds. */
function untilReset(reset: number, now: number): number {
  if (reset > 1e12) return reset - now;
  return reset > 1e9 ? reset * 1000 - now : reset * 1000;
}

function leadingNumber(headers: IncomingHttpHeaders, name: string): number | null {
  const value = firstHeaderOf(headers, name);
  return value === null ? null : numberIn(value, /^\s*(\d{1,15})/);
}

function numberIn(text: string, pattern: RegExp): number | null {
  const digits = pattern.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** HTTP dates name a day or a month; `Date.parse` alone would take "12" for a year. */
function dateOf(text: string): number | null {
  if (!/^[a-z]{3,9},? .*\d{4}|^[a-z]{3} [a-z]{3} /i.test(text) && !/^[a-z]+, \d\d-[a-z]{3}-\d\d /i.test(text))
    return null;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : date;
}
