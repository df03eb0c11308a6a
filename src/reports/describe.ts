import type { Finding } from '../model/report.js';
import type { Speech } from './speech.js';

/** Makes a text from the web safe for where it will stand. */
type Escape = (text: string) => string;

/** The place as people name it, `[FastTrack Playbook] - [Resource] - [Services Workshops]` › heading › link text. */
export function describeTrail({ trail }: Finding, { say }: Speech, escape: Escape): string {
  const last = trail.at(-1);
  if (last === undefined) return say('start');
  const place = last.place.filter(hasInk).map((name) => escape(`[${name}]`));
  const below = [...last.headings, last.text].filter(hasInk).map(escape);
  return [place.join(' - '), ...below].filter(hasInk).join(' › ');
}

/** What to call the resource: its title, else what is clicked to get there. */
export function nameFinding({ title, trail }: Finding, { say }: Speech): string {
  return [title, trail.at(-1)?.text ?? ''].find(hasInk) ?? say('untitled');
}

/** How it ended, in one short word: the HTTP status, else the cause of the last failure, else nothing. */
export function shortOutcome({ status, evidence }: Finding): string {
  return String(status ?? evidence.attempts.at(-1)?.result ?? '');
}

/** How often it is linked and from where first: a sentence to which addresses are added, and those addresses. */
export function describeReferrers(
  { referrers }: Finding,
  { say, count }: Speech,
): { readonly sentence: string; readonly pages: readonly string[] } {
  const pages = [...new Set(referrers.map(({ url }) => url))];
  if (pages.length === 0) return { sentence: say('linkedNowhere'), pages };
  if (referrers.length === 1) return { sentence: say('linkedOnce'), pages };
  return {
    sentence: say('linkedOften', { links: count(referrers.length), pages: count(pages.length) }),
    pages,
  };
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
