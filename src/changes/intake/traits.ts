import type { ChangeSubject } from '../../model/change.js';
import type { Judged } from '../../model/judged.js';
import { isFollowed, type Resource } from '../../model/resource.js';
import type { Language } from '../../model/text.js';
import { languageOfAddress } from './addresses.js';
import { isTelling } from './content.js';
import { subjectOf } from './subject.js';

/** What is known about one resource, in 16 bits. */
export interface Traits {
  readonly state: 'opens' | 'broken' | 'unknown';
  readonly subject: ChangeSubject;
  readonly language: Language;
  /** It redirects, and not to a sign-in: its content is that of another row. */
  readonly redirects: boolean;
  /** It redirects, be it to a sign-in: what is there may be known only by this. */
  readonly leadsAway: boolean;
  /** It was read for links, and these were followed. */
  readonly isRead: boolean;
  /** Equal content keys mean equal content. */
  readonly isTelling: boolean;
}

const states = ['opens', 'broken', 'unknown'] as const;
const subjects = ['page', 'document', 'task', 'host', 'other'] as const;

/** The traits of one resource. */
export function traitsFrom(judged: Judged): Traits {
  const { resource, verdicts } = judged;
  const verdict = verdicts[0]?.state ?? 'healthy';
  const state = verdict === 'broken' ? 'broken' : verdict === 'not-checked' ? 'unknown' : 'opens';
  const leadsAway = judged.hops.length > 0;
  return {
    state,
    subject: subjectOf(resource),
    language: languageOf(resource),
    redirects: leadsAway && !(state === 'unknown' && isKeptOut(judged)),
    leadsAway,
    isRead: isFollowed(resource),
    isTelling: isTelling(resource),
  };
}

/** A page came that nobody can tell to be what was asked for, or it is a sign-in, which is never asked for on some portals. */
function isKeptOut({ end, verdicts }: Judged): boolean {
  if (end?.outcome.kind === 'withheld') return verdicts[0]?.behindSignIn === true;
  return end?.outcome.kind === 'fetched' && end.outcome.status < 400;
}

const japanese = /[\u3040-\u30ff]/;

/** The address knows best: a page that is not translated yet is in the Japanese folder and says that it is English. */
function languageOf({ url, page }: Resource): Language {
  const named = languageOfAddress(url);
  if (named !== null) return named;
  if (page?.language !== undefined && page.language !== null)
    return /^ja\b/i.test(page.language) ? 'ja' : 'en';
  return japanese.test(page?.title ?? '') ? 'ja' : 'en';
}

/** Traits as a number. */
export function packTraits({
  state,
  subject,
  language,
  redirects,
  leadsAway,
  isRead,
  isTelling: telling,
}: Traits): number {
  const flags = [language === 'ja', redirects, isRead, telling, leadsAway].reduce(
    (bits, flag, at) => bits | (Number(flag) << at),
    0,
  );
  return flags | (states.indexOf(state) << 5) | (subjects.indexOf(subject) << 7);
}

/** The traits that were packed. */
export function unpackTraits(bits: number): Traits {
  return {
    state: states[(bits >> 5) & 3] ?? 'unknown',
    subject: subjects[bits >> 7] ?? 'other',
    language: (bits & 1) === 0 ? 'en' : 'ja',
    redirects: (bits & 2) !== 0,
    leadsAway: (bits & 16) !== 0,
    isRead: (bits & 4) !== 0,
    isTelling: (bits & 8) !== 0,
  };
}
