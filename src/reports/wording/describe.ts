import type { Finding, Report } from '../../model/report.js';
import { writeTrail } from '../../model/trail.js';
import type { Speech } from './speech.js';

/** Makes a text from the web safe for the format it is written into. */
export type Escape = (text: string) => string;

/** Where a finding is linked, see `writeTrail`; of a seed, that the walk starts there. */
export function describeTrail({ trail }: Finding, { say }: Speech, escape: Escape): string {
  return trail.length === 0 ? say('start') : writeTrail(trail, escape);
}

/** The name of a finding's resource: its title, else what is clicked to get there. */
export function nameFinding({ title, trail }: Finding, { say }: Speech): string {
  return [title, trail.at(-1)?.text ?? ''].find(hasInk) ?? say('untitled');
}

/** The outcome in a word or two: the HTTP status where it says it, else the label of the rule, else whatever is known. */
export function shortOutcome({ verdict, status, label, evidence }: Finding): string {
  if (status !== null && status >= 400) return String(status);
  if (verdict === 'redirected') return String(evidence.hops[0]?.status ?? status ?? '');
  return label ?? String(status ?? evidence.attempts.at(-1)?.result ?? '');
}

/** How often a finding is linked and from where first: a sentence, and the addresses that follow it. */
export function describeReferrers(
  { referrers }: Finding,
  { say }: Speech,
): { readonly sentence: string; readonly pages: readonly string[] } {
  const pages = [...new Set(referrers.map(({ url }) => url))];
  if (pages.length === 0) return { sentence: say('linkedNowhere'), pages };
  if (referrers.length === 1) return { sentence: say('linkedOnce'), pages };
  return {
    sentence: say('linkedOften', { links: referrers.length, pages: pages.length }),
    pages,
  };
}

/** How much the run saw. */
export function describeExtent({ totals }: Report, { say }: Speech): string {
  const { resources, pages, links } = totals;
  return say('seen', { resources, pages, links });
}

/** When the run was, and how long it took. */
export function describeRun({ start, end }: { start: string; end: string | null }, speech: Speech): string {
  const values = { start: speech.time(start) };
  if (end === null) return speech.say('unended', values);
  return speech.say('ran', { ...values, duration: speech.duration(start, end) });
}

function hasInk(text: string): boolean {
  return text.trim() !== '';
}
