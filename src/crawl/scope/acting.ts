/**
 * Addresses that do something when they are requested. Asking for one could sign the session out, delete a record or cast
 * a vote, so they are never asked for. The last are the service paths of Power Pages portals, in their exact case: `/account/`
 * may be an ordinary page of any site.
 */
const builtIn: readonly RegExp[] = [
  /[/=](sign|log)[-_]?(out|off)(?=[/?&#.]|$)/i,
  /\/(delete|remove|unsubscribe|vote|upvote|downvote)(?=[/?&#]|$)/i,
  /[?&](action|do|cmd|op|command|handler)=(delete|remove|vote|log-?out|sign-?out|unsubscribe)(?=&|$)/i,
  /^https?:\/\/[^/]+\/(?:[A-Za-z]{2}-[A-Za-z]{2}\/)?(?:_services|_portal|_layout|_resources|Account)\//,
];

/** Recognises acting addresses: the built-in ones and those that match one of the patterns. */
export function createActing(patterns: readonly string[]): (url: string) => boolean {
  const all = [...builtIn, ...patterns.map((pattern) => new RegExp(pattern, 'u'))];
  return (url) => all.some((expression) => expression.test(url));
}
