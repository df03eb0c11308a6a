import type { Fetched } from '../../model/resource.js';
import type { Subject } from '../../model/verdict.js';

/** Statuses a browser follows (RFC 9110 §15.4). */
const followed: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const lasting: ReadonlySet<number> = new Set([301, 308]);

/** Whether a status is a redirect, with or without a place to go to. */
export function isFollowed(status: number): boolean {
  return followed.has(status);
}

/** Whether a redirect is permanent. */
export function isLasting(status: number): boolean {
  return lasting.has(status);
}

/** Whether an answer redirects to somewhere. */
export function isRedirect(answer: Fetched): answer is Fetched & { readonly location: string } {
  return answer.location !== null && isFollowed(answer.status);
}

/** The last answer of a resource's redirects; `null` if none came. */
export function answerOf({ end }: Subject): Fetched | null {
  return end?.outcome.kind === 'fetched' ? end.outcome : null;
}

/** The last answer if it has one of these statuses. */
export function answeredWith(subject: Subject, from: number, to = from): Fetched | null {
  const answer = answerOf(subject);
  return answer !== null && answer.status >= from && answer.status <= to ? answer : null;
}

/** The last answer if it is a success: 200 to 299. */
export function welcomeOf(subject: Subject): Fetched | null {
  return answeredWith(subject, 200, 299);
}
