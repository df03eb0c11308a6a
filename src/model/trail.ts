/** One click on the way from a seed: the page it is made on, the headings it stands under, and what is clicked. */
export interface Step {
  readonly url: string;
  /** How people name the page: its breadcrumb or navigation path, outermost first; else its title alone. */
  readonly place: readonly string[];
  readonly headings: readonly string[];
  readonly text: string;
}

/**
 * The shortest way from a seed to a resource as people name it. Empty for a seed.
 * The last step reads `[FastTrack Playbook] - [Resource] - [Services Workshops]` › heading › link text.
 */
export type Trail = readonly Step[];

/**
 * Where a trail ends, as partners name it: `[FastTrack Playbook] - [Resource] - [Services Workshops] › heading › link text`.
 * Empty for a seed. `escape` makes each name safe for where it will stand.
 */
export function writeTrail(trail: Trail, escape: (name: string) => string = (name) => name): string {
  const last = trail.at(-1);
  if (last === undefined) return '';
  const place = last.place.filter(isWritten).map((name) => `[${escape(name)}]`);
  const below = [...last.headings, last.text].filter(isWritten).map(escape);
  return [place.join(' - '), ...below].filter(isWritten).join(' › ');
}

function isWritten(text: string): boolean {
  return text.trim() !== '';
}
