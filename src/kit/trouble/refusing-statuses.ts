/** 401 (RFC 9110 §15.5.2), 440 (a session that has ended, by IIS) and 561 (the same, by the load balancers of AWS). */
const forSignedIn: ReadonlySet<number> = new Set([401, 440, 561]);

/** By proxies and networks on the way (407, RFC 9110 §15.5.8; 511, RFC 6585 §6), and by who is asked too often (429, §4). */
const forOthers: ReadonlySet<number> = new Set([407, 429, 511]);

/** Whether a status asks for a sign-in, whatever else the answer says. */
export function wantsSignIn(status: number): boolean {
  return forSignedIn.has(status);
}

/** Whether a status is about who asks, or how often, whatever is asked for: asking otherwise gives the same. */
export function refusesWhoAsks(status: number): boolean {
  return wantsSignIn(status) || forOthers.has(status);
}
